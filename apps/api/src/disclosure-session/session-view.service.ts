import { Injectable } from '@nestjs/common';
import type { DisclosureSessionView, OfficeSessionView } from '@trellis/contracts';
import { aroundValues, localDateOf, type Permission } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PreparationRepository } from './preparation.repository.js';
import { toDate, toDayChecks, toLogistics, toParticipant, toRun } from './session.mapper.js';
import { SessionRepository, type AppointmentRow, type CaseRow } from './session.repository.js';

/** In which capacities the asker confirms lines. */
export function capacitiesOf(grant: CaseGrant, iLead: boolean): string[] {
  if (grant.mySides.length === 0) return ['ADMIN'];
  const own = (['RP', 'BP'] as const).filter((side) => grant.mySides.includes(side));
  return [...own.map((side) => `T_${side}`), ...(iLead ? ['LEAD'] : [])];
}

/** Everything around a session, for the care team and for the office. Reading takes nothing and shows no words. */
@Injectable()
export class SessionViewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly sessions: SessionRepository,
    private readonly preparation: PreparationRepository,
  ) {}

  /** @throws AppError not_found. */
  async one(coupleId: string): Promise<DisclosureSessionView> {
    return this.work.run(async () => this.of(await this.cases.require('disclosure.read', coupleId)));
  }

  /** The time and the lines of the office, and nothing else. @throws AppError not_found. */
  async office(coupleId: string): Promise<OfficeSessionView> {
    return this.work.run(async () => {
      const action: Permission = 'disclosure.schedule';
      return this.officeOf(await this.cases.require(action, coupleId));
    });
  }

  /** The id of the live appointment; null without one. Needs an open unit of work. */
  async bookedId(grant: CaseGrant): Promise<string | null> {
    return (await this.sessions.appointment(grant))?.id ?? null;
  }

  private async officeOf(grant: CaseGrant): Promise<OfficeSessionView> {
    const found = await this.sessions.appointment(grant);
    const marks = found === null ? [] : await this.preparation.marks(grant, found.id);
    const lines = toLogistics(marks, capacitiesOf(grant, false)).filter(({ by }) => by === 'ADMIN');
    return {
      startsAt: found?.starts_at.toISOString() ?? null,
      endsAt: found?.ends_at.toISOString() ?? null,
      zone: found?.zone ?? null,
      logistics: lines,
    };
  }

  async of(grant: CaseGrant): Promise<DisclosureSessionView> {
    const now = this.clock.now();
    const about = await this.sessions.case(grant);
    const appointment = await this.sessions.appointment(grant);
    const day = localDateOf(now, grant.timeZone);
    const checkedAt = await this.preparation.datesCheckedAt(grant);
    const plans = await this.preparation.plans(grant);
    return {
      coupleId: grant.coupleId,
      coupleName: about.couple_name,
      ...{ state: about.state, processVersion: about.process_version, iLead: about.i_lead },
      ...{ timeZone: grant.timeZone, now: now.toISOString() },
      ...(await this.around(grant, about, appointment, now)),
      datesCheckedAt: checkedAt?.toISOString() ?? null,
      dates: (await this.preparation.dates(grant, day)).map(toDate),
      plans: plans.map(({ side, form, saved_at }) => ({ side, form, savedAt: saved_at.toISOString() })),
    };
  }

  /** What belongs to the appointment; without one the lines are shown and wait for it. */
  private async around(
    grant: CaseGrant,
    about: CaseRow,
    appointment: AppointmentRow | null,
    now: Date,
  ): Promise<Pick<DisclosureSessionView, 'appointment' | 'run' | 'logistics' | 'dayChecks'>> {
    const mine = capacitiesOf(grant, about.i_lead);
    const when = { startsAt: appointment?.starts_at ?? null, now, zone: grant.timeZone };
    if (appointment === null) {
      const dayChecks = toDayChecks(null, [], grant.mySides, when);
      return { appointment: null, run: null, logistics: toLogistics([], mine), dayChecks };
    }
    const { id } = appointment;
    const participants = await this.sessions.participants(grant, id);
    const checks = await this.preparation.dayChecks(grant, id);
    const facts = await this.sessions.facts(grant);
    return {
      appointment: {
        ...{ id, zone: appointment.zone, participants: participants.map(toParticipant) },
        startsAt: appointment.starts_at.toISOString(),
        endsAt: appointment.ends_at.toISOString(),
      },
      run: await this.run(grant, about, id, now),
      logistics: toLogistics(await this.preparation.marks(grant, id), mine),
      dayChecks: toDayChecks(facts, checks, grant.mySides, when),
    };
  }

  private async run(
    grant: CaseGrant,
    about: CaseRow,
    id: string,
    now: Date,
  ): Promise<DisclosureSessionView['run']> {
    const run = await this.sessions.run(grant);
    if (run === null) return null;
    const events = about.process_id === null ? [] : await this.sessions.events(grant, about.process_id);
    const [steps, distress] = [await this.sessions.steps(grant, id), await this.sessions.distress(grant, id)];
    return toRun({ run, steps, distress, events, state: about.state, now }, aroundValues());
  }
}
