import { Injectable } from '@nestjs/common';
import type { AftercareAnswerView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Vault } from '../platform/sealing/vault.js';
import { toAnswer } from './aftercare.mapper.js';
import {
  AftercareRepository,
  type ContactRow,
  type PeriodRow,
  type TaskRow,
} from './aftercare.repository.js';
import { AftercareAnswerRepository, type AnswerFacts } from './answer.repository.js';
import { CorrectionRepository, type CorrectionRow } from './correction.repository.js';
import { answerPlace } from './places.js';

/** The time after a session as the asker may see it. */
export interface Running {
  readonly period: PeriodRow;
  readonly tasks: readonly TaskRow[];
  readonly contacts: readonly ContactRow[];
  readonly answers: readonly AnswerFacts[];
}

/** What a short check holds sealed. */
export type CheckWords = Pick<AftercareAnswerView, 'sleep' | 'food' | 'contactWanted' | 'words'>;

const nothing: CheckWords = { sleep: null, food: null, contactWanted: null, words: null };

/** Reads the time after a session for a member of the care team. */
@Injectable()
export class AftercareReading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: AftercareRepository,
    private readonly answers: AftercareAnswerRepository,
    private readonly additions: CorrectionRepository,
    private readonly vault: Vault,
  ) {}

  async running(grant: CaseGrant): Promise<Running | null> {
    const period = await this.rows.period(grant);
    if (period === null) return null;
    const tasks = await this.rows.tasks(grant, period.id);
    const contacts = await this.rows.contacts(grant, period.id);
    const answers = await this.answers.newest(
      grant,
      tasks.map(({ id }) => id),
    );
    return { period, tasks, contacts, answers };
  }

  /** Null where the asker does not hold the recovering person's side by assignment. */
  async corrections(grant: CaseGrant): Promise<CorrectionRow[] | null> {
    const held = grant.mySides.includes('RP') && !grant.emergency?.sides.includes('RP');
    return held ? this.additions.all(grant) : null;
  }

  async answer(
    grant: CaseGrant,
    id: string,
  ): Promise<{ view: AftercareAnswerView; personId: string } | null> {
    const row = await this.answers.sealed(grant, id);
    if (row === null) return null;
    const place = answerPlace(grant.clinicId, row.id, row.person_id);
    const words =
      row.sealed === null
        ? nothing
        : { ...nothing, ...(JSON.parse(await this.vault.open(place, row.sealed)) as Partial<CheckWords>) };
    return { view: { ...toAnswer(row), ...words }, personId: row.person_id };
  }

  /** Whether the asker leads the couple's care. */
  async iLead(grant: CaseGrant): Promise<boolean> {
    const [row] = await this.work.rows<{ lead: boolean }>('SELECT $1 = ANY (app.led_couples()) AS lead', [
      grant.coupleId,
    ]);
    return row?.lead === true;
  }

  /** Lets the clock look at the couple now: something that it waits for has happened. */
  async wind(grant: CaseGrant, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [grant.coupleId, at]);
  }
}
