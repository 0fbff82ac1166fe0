import { Injectable } from '@nestjs/common';
import {
  formParts,
  isUuid,
  localDateOf,
  type ChangeChoice,
  type CutChoice,
  type ImportedInstrument,
} from '@trellis/domain';
import type { CoupleMeasuresView, MeasureAnswersView, PersonMeasuresView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { notFound } from '../platform/http/app-error.js';
import { importedFrom } from './imported-form.js';
import { InstrumentFormsRepository } from './instrument-forms.repository.js';
import { toSheet, toSuggested, toTrends, type ReadSheet } from './measure.mapper.js';
import type { MeasuredPerson, SheetRow } from './measure-row.js';
import { MeasureWords } from './measure-words.js';
import { MeasuresRepository } from './measures.repository.js';
import { readScore } from './scored-sheet.js';

/** The clinic's lines by instrument; what is not among them is read by the standard of the list. */
export interface Lines {
  readonly cuts: ReadonlyMap<string, CutChoice>;
  readonly changes: ReadonlyMap<string, ChangeChoice>;
}

type Forms = ReadonlyMap<string, ImportedInstrument | null>;

/** Reads sheets for a therapist of the person's own side. Every method needs an open unit of work. */
@Injectable()
export class MeasureReading {
  constructor(
    private readonly measures: MeasuresRepository,
    private readonly forms: InstrumentFormsRepository,
    private readonly words: MeasureWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Everybody whose answers are opened finds that on record. */
  async ofCouple(grant: CaseGrant): Promise<CoupleMeasuresView> {
    const lines = await this.lines();
    const codes = await this.forms.codesInUse();
    const today = localDateOf(this.clock.now(), grant.timeZone);
    const people: PersonMeasuresView[] = [];
    for (const person of await this.measures.people(grant)) {
      const sheets = await this.sheets(grant, person, lines);
      await this.record('measure.read', person.id);
      people.push({
        ...{ personId: person.id, name: person.name, side: person.side },
        sheets: sheets.map(toSheet),
        trends: toTrends(sheets, lines.changes),
        suggested: toSuggested(sheets, codes, { side: person.side, today }),
      });
    }
    return { people };
  }

  /** One sheet with every answer. @throws AppError not_found while it waits as well. */
  async answers(grant: CaseGrant, sheetId: string): Promise<MeasureAnswersView> {
    const row = isUuid(sheetId) ? await this.measures.one(grant, sheetId) : null;
    const form = row === null ? null : await this.forms.one(row.form_id);
    const imported = form === null ? null : importedFrom(form);
    if (row?.sealed == null || form === null || imported === null) throw notFound();
    const place = { clinicId: grant.clinicId, personId: row.person_id, sheetId: row.id };
    const words = await this.words.open(place, row.sealed);
    await this.record('measure.read', row.person_id);
    const { cuts } = await this.lines();
    return {
      sheet: toSheet({ row, score: readScore(words, imported, cuts.get(row.code)) }),
      title: imported.questionnaire.title,
      copyright: form.copyright,
      language: form.language,
      parts: [...formParts(imported.questionnaire, form.resource)],
      answers: words.answers,
    };
  }

  /** Newest first, each scored anew by today's rules from its answers. */
  async sheets(grant: CaseGrant, person: MeasuredPerson, lines: Lines): Promise<ReadSheet[]> {
    const rows = await this.measures.ofPerson(grant, person);
    const forms = await this.formsOf(rows);
    const read: ReadSheet[] = [];
    for (const row of rows) {
      if (row.sealed === null) {
        read.push({ row, score: null });
        continue;
      }
      const place = { clinicId: grant.clinicId, personId: person.id, sheetId: row.id };
      const words = await this.words.open(place, row.sealed);
      const imported = forms.get(row.form_id) ?? null;
      read.push({ row, score: readScore(words, imported, lines.cuts.get(row.code)) });
    }
    return read;
  }

  async lines(): Promise<Lines> {
    const cuts = new Map<string, CutChoice>();
    const changes = new Map<string, ChangeChoice>();
    for (const { code, cut, change } of await this.forms.thresholds()) {
      if (cut !== null) cuts.set(code, cut);
      if (change !== null) changes.set(code, change);
    }
    return { cuts, changes };
  }

  private async formsOf(rows: readonly SheetRow[]): Promise<Forms> {
    const ids = [...new Set(rows.map(({ form_id: id }) => id))];
    const found = ids.length === 0 ? [] : await this.forms.some(ids);
    return new Map(found.map((form) => [form.id, importedFrom(form)]));
  }

  private async record(action: string, personId: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'measures', resourceId: personId, personId },
      decision: 'allowed',
    });
  }
}
