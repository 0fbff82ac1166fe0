import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CreateExerciseRequest,
  ImportExerciseRequest,
  OwnExercisesView,
  OwnExerciseView,
  PublishExerciseRequest,
} from '@trellis/contracts';
import {
  asStaffId,
  clinicCode,
  hurtfulWords,
  importQuestionnaire,
  isUuid,
  publishProblems,
  readClinicTemplate,
  type ClinicTemplate,
  type TemplateProblem,
} from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { toExerciseRow, toOwnExercise } from './exercise.mapper.js';
import { ExerciseRepository } from './exercise.repository.js';
import { noRights, type ExerciseRow, type FormRights } from './exercise-row.js';

/** More than a practice ever writes. */
const mostExercises = 200;
const versionsShown = 30;

/** The clinic's own exercises: written, published, retired. They hold no word of any person. */
@Injectable()
export class ExercisesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exercises: ExerciseRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Every exercise of the clinic, newest first. */
  async list(): Promise<OwnExercisesView> {
    return this.work.run(async () => {
      const rows = await this.exercises.all(mostExercises);
      const current = await this.exercises.current(rows.map(({ id }) => id));
      const shown = rows.map((row) => toExerciseRow(row, current)).filter((row) => row !== null);
      return { exercises: shown, most: mostExercises };
    });
  }

  /** One exercise with its history. @throws AppError not_found. */
  async one(id: string): Promise<OwnExerciseView> {
    return this.work.run(async () => this.view(await this.found(id)));
  }

  /** A new draft. @throws AppError exercise_invalid with every part, exercise_limit. */
  async create({ track, content }: CreateExerciseRequest): Promise<OwnExerciseView> {
    const template = readContent(content);
    return this.work.run(async () => this.add(track, template, noRights, 'library.create'));
  }

  /** A draft from a FHIR R4 Questionnaire. @throws AppError questionnaire_refused with every problem, exercise_limit. */
  async import(request: ImportExerciseRequest): Promise<OwnExerciseView> {
    const now = this.clock.now();
    const by = currentActor().id;
    const licenceReference = request.licenceReference?.trim() ?? null;
    const attestation = request.attested === true ? { by: asStaffId(by), at: now, licenceReference } : null;
    const read = importQuestionnaire({ resource: request.questionnaire, attestation, now });
    if (!read.ok) throw new AppError('questionnaire_refused', { problems: read.refusal });
    const { template, copyright } = read.value;
    if (copyright !== null && copyright.length > 4000)
      throw new AppError('questionnaire_refused', { problems: [{ code: 'too_large', linkId: null }] });
    const attestedBy = attestation === null ? null : by;
    const rights = { copyright, attestedBy, licenceReference: attestedBy === null ? null : licenceReference };
    return this.work.run(async () => this.add(request.track, template, rights, 'library.import'));
  }

  /**
   * Keeps the draft, or begins the next version with it.
   * @throws AppError not_found, exercise_invalid, exercise_retired, version_stale.
   */
  async save(id: string, version: number, content: unknown): Promise<OwnExerciseView> {
    const template = readContent(content);
    return this.work.run(async () => {
      const row = await this.open(id);
      await this.move(row, version);
      const [by, at] = [currentActor().id, this.clock.now()];
      if (!(await this.exercises.saveDraft(row.id, template, by, at))) {
        const [newest] = await this.exercises.versions(row.id, 1);
        const draft = {
          templateId: row.id,
          code: row.code,
          number: (newest?.number ?? 0) + 1,
          content: template,
          by,
          at,
        };
        await this.exercises.addNextDraft(currentActor().clinicId, draft);
        await this.record('library.new_version', row.id);
      }
      return this.view(await this.found(id));
    });
  }

  /**
   * Publishes the draft: from then on it is what is given. @throws AppError not_found, exercise_retired, version_stale,
   * exercise_not_ready with what is lacking, exercise_words_pointed_out unless those words are kept expressly.
   */
  async publish(id: string, version: number, request: PublishExerciseRequest): Promise<OwnExerciseView> {
    return this.work.run(async () => {
      const row = await this.open(id);
      const [draft] = await this.exercises.versions(row.id, 1);
      if (draft?.state !== 'draft') throw new AppError('exercise_not_ready', { problems: [] });
      const lacking = publishProblems(draft.content);
      if (lacking.length > 0) throw new AppError('exercise_not_ready', { problems: lacking });
      const words = hurtfulWords(draft.content);
      const keepsWords = words.length > 0 && request.keepsWords === true;
      if (words.length > 0 && !keepsWords)
        throw new AppError('exercise_words_pointed_out', { count: words.length });
      await this.move(row, version);
      await this.exercises.publish(row.id, request.reason, keepsWords, currentActor().id, this.clock.now());
      await this.record('library.publish', row.id);
      return this.view(await this.found(id));
    });
  }

  /** Takes an exercise out of what is given. Whoever has it keeps it. @throws AppError not_found, exercise_retired, version_stale. */
  async retire(id: string, version: number, reason: string): Promise<OwnExerciseView> {
    return this.work.run(async () => {
      const row = await this.open(id);
      await this.move(row, version);
      await this.exercises.retire(row.id, reason, currentActor().id, this.clock.now());
      await this.record('library.retire', row.id);
      return this.view(await this.found(id));
    });
  }

  private async add(
    track: 'R' | 'B',
    content: ClinicTemplate,
    rights: FormRights,
    action: string,
  ): Promise<OwnExerciseView> {
    const taken = await this.exercises.numbersTaken(track);
    if ((await this.exercises.all(mostExercises)).length >= mostExercises)
      throw new AppError('exercise_limit');
    const { id: by, clinicId } = currentActor();
    const at = this.clock.now();
    const [id, code] = [randomUUID(), clinicCode(track, Math.max(0, ...taken) + 1)];
    await this.exercises.add(clinicId, { id, code, by, at });
    await this.exercises.addDraft(clinicId, { templateId: id, code, number: 1, content, rights, by, at });
    await this.record(action, id);
    return this.view(await this.found(id));
  }

  private async found(id: string): Promise<ExerciseRow> {
    const row = isUuid(id) ? await this.exercises.one(id) : null;
    if (row === null) throw notFound();
    return row;
  }

  private async open(id: string): Promise<ExerciseRow> {
    const row = await this.found(id);
    if (row.retired_at !== null) throw new AppError('exercise_retired');
    return row;
  }

  private async move(row: ExerciseRow, version: number): Promise<void> {
    if (!(await this.exercises.move(row.id, version))) throw new AppError('version_stale');
  }

  private async view(row: ExerciseRow): Promise<OwnExerciseView> {
    return toOwnExercise(row, await this.exercises.versions(row.id, versionsShown));
  }

  private async record(action: string, id: string): Promise<void> {
    await this.audit.record({ action, resource: 'exercise_template', resourceId: id, decision: 'allowed' });
  }
}

/** Paths and codes only, never the sentence that is wrong. */
function readContent(content: unknown): ClinicTemplate {
  const read = readClinicTemplate(content);
  if (read.ok) return read.value;
  const problems: readonly TemplateProblem[] = read.refusal;
  throw new AppError('exercise_invalid', { problems });
}
