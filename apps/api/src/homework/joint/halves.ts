import { Injectable } from '@nestjs/common';
import {
  halfOf,
  localDateOf,
  lockOf,
  samePage,
  type Answers,
  type HomeworkTemplate,
  type TaskId,
} from '@trellis/domain';
import type { PersonGrant } from '../../access/person-access.js';
import { LockFactsReader } from '../../stage-gates/lock-facts.service.js';
import { Vault } from '../../platform/sealing/vault.js';
import { HalfRepository } from './half.repository.js';
import type { JointWorkRow, OpenHalf } from './joint-work-row.js';

/** One person's half of a joint exercise: what it asks, and what follows once it is in. */
@Injectable()
export class Halves {
  constructor(
    readonly rows: HalfRepository,
    private readonly vault: Vault,
    private readonly locks: LockFactsReader,
  ) {}

  /** The exercise as this person fills it in; one of a single person as it is. */
  async asked(own: PersonGrant, taskId: TaskId, template: HomeworkTemplate): Promise<HomeworkTemplate> {
    if (template.track !== 'C') return template;
    const row = await this.rows.ofTask(own, taskId);
    return halfOf(template, own.side, row?.variant ?? null, own.stage);
  }

  /**
   * After a half was handed in, or looked at again: opens both when the other is in too, and on one page when both say
   * the same. While the exercise is closed, by a hold or a fear flag on either side, nothing opens.
   */
  async handedIn(
    own: PersonGrant,
    taskId: TaskId,
    template: HomeworkTemplate,
    answers: Answers,
    at: Date,
  ): Promise<void> {
    if (template.track !== 'C') return;
    const row = await this.rows.ofTask(own, taskId);
    if (row === null || row.revealed_at !== null) return;
    if (!lockOf(template, await this.locks.of(own), own.side).open) return;
    const agreed = row.reveal !== 'together' || (await this.agrees(own, row, template, answers));
    const opened = await this.rows.reveal(taskId, agreed, at);
    if (opened !== null && template.cadence.kind === 'on_event')
      await this.rows.repeat(opened, localDateOf(at, own.timeZone));
  }

  /** The words of a half that is open to the asker. */
  async open(clinicId: string, half: OpenHalf): Promise<Answers> {
    const place = {
      ...{ table: 'homework_answer', column: 'sealed', rowId: half.id },
      ...{ clinicId, ownerId: half.person_id },
    };
    return JSON.parse(await this.vault.open(place, half.sealed)) as Answers;
  }

  private async agrees(
    own: PersonGrant,
    row: JointWorkRow,
    template: HomeworkTemplate,
    answers: Answers,
  ): Promise<boolean> {
    const theirs = await this.rows.theirs(own, row);
    return theirs === null || samePage(template, answers, await this.open(own.clinicId, theirs));
  }
}
