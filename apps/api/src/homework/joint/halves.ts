import { Injectable } from '@nestjs/common';
import {
  gateSettingValues,
  halfOf,
  localDateOf,
  lockOfWritten,
  lockShown,
  offeredSteps,
  samePage,
  touchSignalsOf,
  withOfferedSteps,
  type Answers,
  type HomeworkTemplate,
  type LocalizedText,
  type TaskId,
  type Track,
} from '@trellis/domain';
import type { PersonGrant } from '../../access/person-access.js';
import { LockFactsReader } from '../../stage-gates/lock-facts.service.js';
import { TouchPausing } from '../../stage-gates/touch-pausing.service.js';
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
    private readonly touch: TouchPausing,
  ) {}

  /** The exercise as this person fills it in; one of a single person as it is. */
  async asked(own: PersonGrant, taskId: TaskId, template: HomeworkTemplate): Promise<HomeworkTemplate> {
    if (template.track !== 'C') return template;
    const row = await this.rows.ofTask(own, taskId);
    const half = halfOf(template, own.side, row?.variant ?? null, own.stage);
    if (template.steps === undefined) return half;
    const opened = await this.rows.openedSteps(own, template.code);
    return withOfferedSteps(half, offeredSteps(template, await this.locks.of(own), opened));
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
    if (await this.closed(own, template, own.side, answers)) return;
    const agreed = row.reveal !== 'together' || (await this.agrees(own, row, template, answers));
    const opened = await this.rows.reveal(taskId, agreed, at);
    if (opened !== null && ['on_event', 'after'].includes(template.cadence.kind))
      await this.rows.repeat(opened, localDateOf(at, own.timeZone));
  }

  /** Whether a hold, a fear flag, the stage or a pause of touch keeps the exercise closed now. */
  async closed(
    couple: { readonly coupleId: string; readonly timeZone: string },
    template: HomeworkTemplate,
    side: Track,
    answers: Answers = {},
  ): Promise<boolean> {
    return !lockOfWritten(template, answers, await this.locks.of(couple), side).open;
  }

  /** The one sentence that both are told while it is closed, the same for whatever closes it; null while it is open. */
  async rests(
    own: PersonGrant,
    template: HomeworkTemplate,
    answers: Answers | null,
  ): Promise<LocalizedText | null> {
    const shown = lockShown(lockOfWritten(template, answers ?? {}, await this.locks.of(own), own.side));
    return shown.open ? null : shown.words;
  }

  /** Pauses touch for both at once where a half that was handed in asks for it, and tells the own therapist alone. */
  async heed(own: PersonGrant, template: HomeworkTemplate, answers: Answers, at: Date): Promise<void> {
    const signals = touchSignalsOf(template, answers, own.side, gateSettingValues());
    await this.touch.signal(own, signals, at);
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
