import { Injectable } from '@nestjs/common';
import type { LocalDate, TrackerAnswers } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { AttachmentAnswers } from './attachment-answers.js';
import type { SealedExercisePart, SealedSheetRow, TrackedPerson } from './trackers.repository.js';

/** Answers of one sheet or exercise, on its day. */
export interface DatedAnswers {
  readonly on: LocalDate;
  readonly answers: TrackerAnswers;
}

/** Seals and opens what trackers are computed from, under the author's key and bound to its row. */
@Injectable()
export class TrackerWords {
  constructor(private readonly vault: Vault) {}

  seal(own: PersonGrant, id: string, answers: AttachmentAnswers): Promise<Buffer> {
    return this.vault.seal('person', sheetPlace(own, own.personId, id), JSON.stringify(answers));
  }

  async openSheets(
    place: CaseGrant | PersonGrant,
    person: TrackedPerson,
    rows: readonly SealedSheetRow[],
  ): Promise<DatedAnswers[]> {
    return Promise.all(
      rows.map(async ({ id, on, sealed }) => ({
        on,
        answers: JSON.parse(
          await this.vault.open(sheetPlace(place, person.id, id), sealed),
        ) as TrackerAnswers,
      })),
    );
  }

  /** The parts of one exercise come back as one. */
  async openExercises(
    { clinicId }: CaseGrant | PersonGrant,
    person: TrackedPerson,
    rows: readonly SealedExercisePart[],
  ): Promise<DatedAnswers[]> {
    const tasks = new Map<string, DatedAnswers>();
    for (const { id, task_id: task, on, sealed } of rows) {
      const from = { table: 'homework_answer', column: 'sealed', rowId: id, clinicId, ownerId: person.id };
      const part = JSON.parse(await this.vault.open(from, sealed)) as TrackerAnswers;
      tasks.set(task, { on, answers: { ...tasks.get(task)?.answers, ...part } });
    }
    return [...tasks.values()];
  }
}

function sheetPlace({ clinicId }: CaseGrant | PersonGrant, ownerId: string, rowId: string): SealedPlace {
  return { table: 'attachment_sheet', column: 'sealed', rowId, clinicId, ownerId };
}
