/** The seven kinds; the office reads how many come, and never what for. */
export type SessionKindView =
  'intake' | 'individual' | 'couple' | 'review' | 'aftercare' | 'disclosure' | 'team';
export type AttendanceView =
  'expected' | 'attended' | 'late_cancel' | 'no_show' | 'clinic_cancelled' | 'partner_pause' | 'client_moved';

export class RoomView {
  readonly id!: string;
  readonly name!: string;
  readonly version!: number;
}

export class RoomListView {
  readonly rooms!: RoomView[];
}

/** A place, and what it says to whoever comes. */
export class SessionPlaceView {
  readonly at!: 'open' | 'room' | 'video';
  readonly roomId!: string | null;
  readonly roomName!: string | null;
  readonly link!: string | null;
}

export class AttendingPersonView {
  readonly side!: 'RP' | 'BP';
  readonly name!: string;
  /** Null at a disclosure, whose own page says who came. */
  readonly attendance!: AttendanceView | null;
  readonly movedTo!: string | null;
}

export class AttendingStaffView {
  readonly id!: string;
  readonly name!: string;
}

export class RepeatView {
  readonly every!: 'day' | 'week' | 'month';
  readonly interval!: number;
  readonly count!: number | null;
  readonly lastOn!: string | null;
}

/** One hour of the calendar. Instants are ISO 8601; `on` and `time` are those of the wall in `zone`. */
export class AppointmentView {
  readonly id!: string;
  readonly version!: number;
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly kind!: SessionKindView;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly startsAt!: string;
  readonly endsAt!: string;
  readonly zone!: string;
  readonly on!: string;
  readonly time!: string;
  readonly minutes!: number;
  readonly place!: SessionPlaceView;
  /** `not_booked`: an occurrence of a series whose hour was taken when it was written down. */
  readonly state!: 'booked' | 'not_booked' | 'given_back';
  readonly outcome!: 'open' | 'held' | 'one_came' | 'not_held' | 'given_back';
  readonly people!: AttendingPersonView[];
  readonly staff!: AttendingStaffView[];
  /** Null for a session that comes once. */
  readonly repeats!: RepeatView | null;
  /** Whether it is moved, cancelled and marked in the calendar. */
  readonly mayChange!: boolean;
}

export class AppointmentListView {
  readonly appointments!: AppointmentView[];
}

export class TimeOffView {
  readonly id!: string;
  readonly startsAt!: string;
  readonly endsAt!: string;
}

/** The calendar of one member of staff. `colleagues` are whose calendars the office can look at. */
export class CalendarView {
  readonly staffId!: string;
  readonly appointments!: AppointmentView[];
  readonly timeOff!: TimeOffView[];
  readonly colleagues!: AttendingStaffView[];
}

export class BookingPersonView {
  readonly side!: 'RP' | 'BP';
  readonly name!: string;
}

export class BookingStaffView {
  readonly id!: string;
  readonly name!: string;
  readonly sides!: string[];
}

/** What a session with a couple can be made of, for the asker. */
export class BookingOptionsView {
  readonly coupleName!: string;
  readonly zone!: string;
  /** Sides whose sessions the asker books. */
  readonly sides!: string[];
  readonly people!: BookingPersonView[];
  readonly staff!: BookingStaffView[];
  readonly rooms!: RoomView[];
}

/** What a person sees of a session of theirs. The other one's own sessions are nowhere in it. */
export class OwnAppointmentView {
  readonly id!: string;
  readonly startsAt!: string;
  readonly endsAt!: string;
  readonly zone!: string;
  readonly together!: boolean;
  readonly place!: SessionPlaceView;
}

export class OwnAppointmentListView {
  readonly appointments!: OwnAppointmentView[];
}
