import { Injectable } from '@nestjs/common';
import { isUuid, responseTo, scoreObservation, scoreSharing, type FhirObject } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { FormsInUse } from './forms-in-use.js';
import { importedFrom } from './imported-form.js';
import { InstrumentFormsRepository } from './instrument-forms.repository.js';
import { MeasureReading } from './measure-reading.service.js';
import type { ReadSheet } from './measure.mapper.js';
import { MeasureWords } from './measure-words.js';
import { MeasuresRepository } from './measures.repository.js';

/**
 * One person's answers and scores as FHIR R4, for a therapist of that person's side. People are named by their ids.
 * Screens for violence and risk are in no file (INST-25): a file may be passed on.
 */
@Injectable()
export class MeasureExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: FormsInUse,
    private readonly measures: MeasuresRepository,
    private readonly reading: MeasureReading,
    private readonly forms: InstrumentFormsRepository,
    private readonly words: MeasureWords,
  ) {}

  /** A Bundle, oldest sheet first. @throws AppError not_found for anybody whose side the asker does not hold. */
  async file(coupleId: string, personId: string): Promise<string> {
    return this.work.run(async () => {
      const grant = await this.desk.require('homework.review', coupleId);
      const people = isUuid(personId) ? await this.measures.people(grant) : [];
      const person = people.find(({ id }) => id === personId);
      if (person === undefined) throw notFound();
      const sheets = await this.reading.sheets(grant, person, await this.reading.lines());
      const resources: FhirObject[] = [];
      for (const sheet of sheets.toReversed()) resources.push(...(await this.resources(grant, sheet)));
      await this.desk.record('measure.read', personId, personId);
      await this.desk.record('measure.export', personId, personId);
      const entry = resources.map((resource) => ({ resource }));
      return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
    });
  }

  private async resources(grant: CaseGrant, { row, score }: ReadSheet): Promise<FhirObject[]> {
    const form = row.sealed === null ? null : await this.forms.one(row.form_id);
    const imported = form === null ? null : importedFrom(form);
    if (row.sealed === null || row.answered_at === null || imported === null) return [];
    if (!scoreSharing(imported.instrument).partnerByRelease) return [];
    const place = { clinicId: grant.clinicId, personId: row.person_id, sheetId: row.id };
    const { answers } = await this.words.open(place, row.sealed);
    const subject = `Patient/${row.person_id}`;
    const at = row.answered_at;
    const response = responseTo(imported.questionnaire, answers, {
      ...{ id: row.id, subject: { reference: subject }, authored: at.toISOString() },
    });
    if (score?.result == null || score.range === null || Object.keys(score.scales).length === 0)
      return [response];
    const facts = { id: `${row.id}-score`, subject, response: `QuestionnaireResponse/${row.id}`, at };
    return [response, scoreObservation(score.result, score.range, facts)];
  }
}
