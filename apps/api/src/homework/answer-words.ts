import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canSee,
  joinParts,
  partsByPrivacy,
  type Answers,
  type Artefact,
  type CleanAnswers,
  type HomeworkTemplate,
  type Privacy,
  type Viewer,
} from '@trellis/domain';
import { Vault } from '../platform/sealing/vault.js';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { AnswerRepository, type SealedAnswer } from './answer.repository.js';
import type { TaskRow } from './task-row.js';

export interface OpenedAnswers {
  readonly answers: Answers;
  /** Whether any sealed row was opened; each opening by staff is audited. */
  readonly opened: boolean;
  /** Releases of the rows that were opened. */
  readonly releaseIds: readonly string[];
}

/** Seals and opens what people write, always under the author's own key and bound to its row. */
@Injectable()
export class AnswerWords {
  constructor(
    private readonly vault: Vault,
    private readonly rows: AnswerRepository,
  ) {}

  async saveDraft(clinicId: string, task: TaskRow, answers: CleanAnswers, at: Date): Promise<void> {
    const sealed = await this.vault.seal('person', draftPlace(clinicId, task), JSON.stringify(answers));
    await this.rows.keepDraft(clinicId, task, sealed, at);
  }

  async openDraft(clinicId: string, task: TaskRow): Promise<{ answers: Answers; savedAt: Date } | null> {
    const draft = await this.rows.draft(task.id);
    if (draft === null) return null;
    const text = await this.vault.open(draftPlace(clinicId, task), draft.sealed);
    return { answers: JSON.parse(text) as Answers, savedAt: draft.saved_at };
  }

  /** One sealed row per privacy level under a new revision, and the draft goes: what was handed in exists once. */
  async submit(
    clinicId: string,
    task: TaskRow,
    template: HomeworkTemplate,
    answers: CleanAnswers,
    at: Date,
  ): Promise<void> {
    const parts = Object.entries(partsByPrivacy(template, answers)) as [Privacy, Answers][];
    const revision = await this.rows.nextRevision(task.id);
    for (const [privacy, part] of parts) {
      const id = randomUUID();
      const sealed = await this.vault.seal('person', answerPlace(clinicId, task, id), JSON.stringify(part));
      await this.rows.add(
        clinicId,
        task,
        {
          ...{ id, privacy, revision, fieldCount: Object.keys(part).length, sealed },
          compartment: privacy === 'P4' ? 'JOINT' : task.compartment,
        },
        at,
      );
    }
    await this.rows.dropDraft(task.id);
  }

  /** Notes that a released part is read now. False when it is released no longer. */
  async noteRead(releaseId: string, at: Date): Promise<boolean> {
    return this.rows.noteRead(releaseId, at);
  }

  /**
   * Everything submitted that the viewer may read, as one document. Row-level security has chosen already; the
   * shared rule chooses once more, so that a fault in one of the two opens nothing.
   */
  async openSubmitted(viewer: Viewer, clinicId: string, task: TaskRow): Promise<OpenedAnswers> {
    const rows = await this.rows.submitted(task);
    const sealed = rows.filter((row) => canSee(viewer, artefactOf(task, row)) === 'words');
    const parts: Answers[] = [];
    for (const row of sealed) {
      parts.push(
        JSON.parse(await this.vault.open(answerPlace(clinicId, task, row.id), row.sealed)) as Answers,
      );
    }
    const releaseIds = sealed.flatMap(({ release_id }) => (release_id === null ? [] : [release_id]));
    return { answers: joinParts(parts), opened: sealed.length > 0, releaseIds };
  }
}

/** For therapists and the author; what the partner was given is read elsewhere. Nothing is co-signed yet. */
function artefactOf(task: TaskRow, row: SealedAnswer): Artefact {
  const { privacy, revision, named_staff: staff } = row;
  const state = row.open_to_staff ? 'released' : 'ready';
  return {
    coupleId: task.couple_id,
    ownerId: task.person_id,
    compartment: row.compartment,
    privacy,
    revision,
    revealed: row.open_half,
    release: { state, revision, approvedByTherapist: false, people: [], staff },
    coSignBy: [],
  };
}

function draftPlace(clinicId: string, task: TaskRow): SealedPlace {
  return { table: 'homework_draft', column: 'sealed', rowId: task.id, clinicId, ownerId: task.person_id };
}

function answerPlace(clinicId: string, task: TaskRow, rowId: string): SealedPlace {
  return { table: 'homework_answer', column: 'sealed', rowId, clinicId, ownerId: task.person_id };
}
