import {
  admin,
  all,
  both,
  either,
  emergency,
  self,
  sideOf,
  system,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// The calendar, as the decisions say: one person's own sessions are for their side, those of both for the team, and
// the office arranges hours. A disclosure is booked by its own functions.

const works = both(therapist, sideOf('side', true));
const keeps = either(works, admin);
const booked: Rule = (_, row) => row['kind'] !== 'disclosure';
const ofSession: Rule = (_, row) => row['couple_id'] !== null;
const ownTime = both(therapist, self('staff_id'), (_, row) => row['time_off_id'] !== null);
/** Whoever comes to a session: the person it is of, or both. */
const comes: Rule = ({ who }, row) =>
  who?.kind === 'person' &&
  who.coupleId === row['couple_id'] &&
  (row['side'] === 'JOINT' || row['side'] === who.side) &&
  row['kind'] !== 'disclosure' &&
  row['kind'] !== 'team';
const ofSeries: Rule = (_, row) => row['series_id'] !== null;

export const appointmentRules: Readonly<Record<string, Rules>> = {
  appointment: {
    see: either(keeps, comes, emergency(), system),
    add: either(both(booked, self('booked_by'), keeps), both(system, booked, ofSeries)),
    change: both(booked, keeps),
    remove: both(booked, keeps),
  },
  appointment_participant: {
    see: either(both(ofSession, keeps), admin, ownTime, both(ofSession, emergency()), system),
    add: either(both(ofSession, keeps), ownTime, both(ofSession, system)),
    change: both(ofSession, keeps),
  },
  appointment_series: {
    see: either(keeps, system),
    add: either(keeps, system),
    change: either(keeps, system),
  },
  room: { see: all, add: admin, change: admin },
  time_off: {
    see: either(both(therapist, self('staff_id')), admin),
    add: both(therapist, self('staff_id')),
    remove: both(therapist, self('staff_id')),
  },
};
