import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  isUuid,
  localDateOf,
  mayAdminister,
  type Administration,
  type ImportedInstrument,
} from '@trellis/domain';
import type {
  CoupleMeasuresView,
  EnterMeasureRequest,
  GiveMeasureRequest,
  MeasureAnswersView,
} from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { FormsInUse } from './forms-in-use.js';
import { MeasureReading } from './measure-reading.service.js';
import type { HandedIn, MeasuredPerson } from './measure-row.js';
import { MeasureWords } from './measure-words.js';
import { MeasuresRepository } from './measures.repository.js';
import { takeAnswers, type TakenAnswers } from './scored-sheet.js';

/** Instruments given to one person, and asked in a session. There is no act that gives one to both. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: FormsInUse,
    private readonly measures: MeasuresRepository,
    private readonly reading: MeasureReading,
    private readonly words: MeasureWords,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. */
  async ofCouple(coupleId: string): Promise<CoupleMeasuresView> {
    return this.work.run(async () =>
      this.reading.ofCouple(await this.desk.require('homework.review', coupleId)),
    );
  }

  /** One sheet with every answer. @throws AppError not_found, while it waits as well. */
  async answers(coupleId: string, sheetId: string): Promise<MeasureAnswersView> {
    return this.work.run(async () =>
      this.reading.answers(await this.desk.require('homework.review', coupleId), sheetId),
    );
  }

  /**
   * Puts an instrument on the person's own phone. @throws AppError not_found, measure_without_form, measure_not_given
   * with the reason for what is asked in a talk alone, measure_waits_already.
   */
  async give(coupleId: string, request: GiveMeasureRequest): Promise<CoupleMeasuresView> {
    return this.work.run(async () => {
      const { grant, person } = await this.person(coupleId, request.personId);
      const { imported, formId } = await this.desk.inUse(request.code, person.language);
      demandPlace(imported, { place: 'own_account', by: 'person', alone: null });
      const { code } = imported.instrument;
      const [id, at] = [randomUUID(), this.clock.now()];
      const sheet = { id, formId, code, place: 'own_account', at, handedIn: null } as const;
      if (!(await this.measures.add(grant, person, sheet))) throw new AppError('measure_waits_already');
      await this.desk.record('measure.give', id, person.id);
      return this.reading.ofCouple(grant);
    });
  }

  /**
   * Keeps what a therapist asked in a room or on a call. @throws AppError not_found, measure_without_form,
   * measure_not_given with the reason when nobody made sure that the person is alone, measure_answers_invalid.
   */
  async enter(coupleId: string, request: EnterMeasureRequest): Promise<CoupleMeasuresView> {
    return this.work.run(async () => {
      const { grant, person } = await this.person(coupleId, request.personId);
      const { imported, formId } = await this.desk.inUse(request.code, person.language);
      const { place, alone } = request;
      demandPlace(imported, { place, by: 'clinician', alone });
      const at = this.clock.now();
      const taken = takeAnswers(imported, request.answers, { track: person.side, at });
      if (!taken.ok)
        throw new AppError('measure_answers_invalid', { problems: taken.refusal.problems.slice(0, 50) });
      const id = randomUUID();
      const handedIn = await this.handedIn(grant, person, id, taken.value, at);
      const { code } = imported.instrument;
      await this.measures.add(grant, person, { id, formId, code, place, at, handedIn });
      await this.desk.record('measure.enter', id, person.id);
      if (handedIn.risk) await this.desk.raise(grant.coupleId, id, person.id, at);
      return this.reading.ofCouple(grant);
    });
  }

  /** Takes a form back that nobody has answered. @throws AppError not_found, measure_closed, version_stale. */
  async withdraw(coupleId: string, sheetId: string, version: number): Promise<CoupleMeasuresView> {
    return this.work.run(async () => {
      const grant = await this.desk.require('homework.assign', coupleId);
      const sheet = isUuid(sheetId) ? await this.measures.one(grant, sheetId) : null;
      if (sheet === null) throw notFound();
      if (sheet.answered_at !== null || sheet.withdrawn_at !== null) throw new AppError('measure_closed');
      if (!(await this.measures.withdraw(grant, sheetId, version, this.clock.now())))
        throw new AppError('version_stale');
      await this.desk.record('measure.withdraw', sheetId, sheet.person_id);
      return this.reading.ofCouple(grant);
    });
  }

  private async person(
    coupleId: string,
    personId: string,
  ): Promise<{ grant: CaseGrant; person: MeasuredPerson }> {
    const grant = await this.desk.require('homework.assign', coupleId);
    const person = (await this.measures.people(grant)).find(({ id }) => id === personId);
    if (person === undefined) throw notFound();
    return { grant, person };
  }

  private async handedIn(
    { clinicId, timeZone }: CaseGrant,
    person: MeasuredPerson,
    sheetId: string,
    { words, scoredBy, risk }: TakenAnswers,
    at: Date,
  ): Promise<HandedIn> {
    const sealed = await this.words.seal({ clinicId, personId: person.id, sheetId }, words);
    return { sealed, on: localDateOf(at, timeZone), at, scoredBy, risk };
  }
}

function demandPlace({ instrument }: ImportedInstrument, administration: Administration): void {
  const allowed = mayAdminister(instrument, administration);
  if (!allowed.ok) throw new AppError('measure_not_given', { reason: allowed.refusal });
}
