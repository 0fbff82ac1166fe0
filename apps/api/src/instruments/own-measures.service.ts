import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { formParts, isUuid, localDateOf, type AnswersByItem, type ImportedInstrument } from '@trellis/domain';
import type { OwnMeasureSavedView, OwnMeasuresView, OwnMeasureView } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { importedFrom } from './imported-form.js';
import { InstrumentFormsRepository } from './instrument-forms.repository.js';
import type { FormRow } from './instrument-row.js';
import { MeasureWords } from './measure-words.js';
import type { SheetRow } from './measure-row.js';
import { OwnMeasureAccess } from './own-measure-access.js';
import { OwnMeasuresRepository } from './own-measures.repository.js';
import { readAnswers, takeAnswers, type NotTaken } from './scored-sheet.js';

interface OpenSheet {
  readonly sheet: SheetRow;
  readonly form: FormRow;
  readonly imported: ImportedInstrument;
}

/** Forms that wait for a person. What they came to is talked about in a session and is nowhere here. */
@Injectable()
export class OwnMeasuresService {
  constructor(
    private readonly access: OwnMeasureAccess,
    private readonly sheets: OwnMeasuresRepository,
    private readonly forms: InstrumentFormsRepository,
    private readonly words: MeasureWords,
    private readonly clock: Clock,
  ) {}

  async waiting(): Promise<OwnMeasuresView> {
    return this.access.run(async (own) => {
      const rows = await this.sheets.waiting(own);
      const forms = await this.forms.some([...new Set(rows.map(({ form_id: id }) => id))]);
      const waiting = rows.flatMap((row) => {
        const form = forms.find(({ id }) => id === row.form_id);
        const imported = form === undefined ? null : importedFrom(form);
        if (form === undefined || imported === null) return [];
        const { language } = form;
        const { title } = imported.questionnaire;
        const given = { givenByName: row.given_by_name, givenAt: row.given_at.toISOString() };
        return [{ id: row.id, title, language, ...given, items: imported.map.items.length }];
      });
      return { waiting };
    });
  }

  /** One form with the draft. @throws AppError not_found, measure_closed once it was handed in. */
  async one(id: string): Promise<OwnMeasureView> {
    return this.access.run(async (own) => {
      const { sheet, form, imported } = await this.open(own, id);
      const draft = await this.sheets.draft(own, id);
      return {
        id,
        title: imported.questionnaire.title,
        copyright: form.copyright,
        language: form.language,
        givenByName: sheet.given_by_name,
        parts: [...formParts(imported.questionnaire, form.resource)],
        answers: draft === null ? {} : await this.words.openDraft(placeOf(own, id), draft.sealed),
        savedAt: draft?.saved_at.toISOString() ?? null,
        version: draft?.version ?? 0,
      };
    });
  }

  /**
   * Keeps a draft; what another device saved since is never replaced. The same answers sent again get the first answer.
   * @throws AppError not_found, measure_closed, measure_answers_invalid, version_stale.
   */
  async saveDraft(id: string, version: number, given: Record<string, unknown>): Promise<OwnMeasureSavedView> {
    return this.access.run(async (own) => {
      const { imported } = await this.open(own, id);
      const read = readAnswers(imported, given);
      if (!read.ok) throw invalid({ problems: read.refusal, risk: false });
      const now = this.clock.now();
      const sealed = await this.words.sealDraft(placeOf(own, id), read.value);
      if (!(await this.sheets.keepDraft(own, id, version, { sealed, saved_at: now })))
        return this.savedBefore(own, id, version, read.value);
      return { version: version + 1, savedAt: now.toISOString(), sent: false };
    });
  }

  /**
   * Hands the form in: answers and score are sealed together, and the draft goes. An answer that asks for attention
   * reaches the own therapists, also where the form is refused.
   * @throws AppError as saveDraft.
   */
  async handIn(id: string, version: number, given: Record<string, unknown>): Promise<OwnMeasureSavedView> {
    return this.access.run(async (own) => {
      const { imported } = await this.open(own, id);
      const draft = await this.sheets.draft(own, id);
      if ((draft?.version ?? 0) !== version) throw new AppError('version_stale');
      const at = this.clock.now();
      const taken = takeAnswers(imported, given, { track: own.side, at });
      if (!taken.ok) {
        if (taken.refusal.risk) this.access.raiseAfterwards(own, id, at);
        throw invalid(taken.refusal);
      }
      const { words, scoredBy, risk } = taken.value;
      const sealed = await this.words.seal(placeOf(own, id), words);
      const on = localDateOf(at, own.timeZone);
      if (!(await this.sheets.handIn(own, id, { sealed, on, at, scoredBy, risk })))
        throw new AppError('measure_closed');
      await this.access.record('measure.answer', own, id);
      if (risk) await this.access.raise(own, id, at);
      return { version: version + 1, savedAt: at.toISOString(), sent: true };
    });
  }

  private async open(own: PersonGrant, id: string): Promise<OpenSheet> {
    const sheet = isUuid(id) ? await this.sheets.one(own, id) : null;
    const form = sheet === null ? null : await this.forms.one(sheet.form_id);
    const imported = form === null ? null : importedFrom(form);
    if (sheet === null || form === null || imported === null) throw notFound();
    if (sheet.answered_at !== null) throw new AppError('measure_closed');
    return { sheet, form, imported };
  }

  private async savedBefore(
    own: PersonGrant,
    id: string,
    version: number,
    answers: AnswersByItem,
  ): Promise<OwnMeasureSavedView> {
    const draft = await this.sheets.draft(own, id);
    const kept =
      draft?.version === version + 1 ? await this.words.openDraft(placeOf(own, id), draft.sealed) : null;
    if (draft === null || kept === null || !isDeepStrictEqual(kept, { ...answers }))
      throw new AppError('version_stale');
    return { version: draft.version, savedAt: draft.saved_at.toISOString(), sent: false };
  }
}

function placeOf(
  { clinicId, personId }: PersonGrant,
  sheetId: string,
): {
  clinicId: string;
  personId: string;
  sheetId: string;
} {
  return { clinicId, personId, sheetId };
}

function invalid({ problems }: NotTaken): AppError {
  return new AppError('measure_answers_invalid', { problems: problems.slice(0, 50) });
}
