import { Injectable } from '@nestjs/common';
import type { CoupleId, ImportedInstrument, Permission } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { AppError } from '../platform/http/app-error.js';
import { importedFrom } from './imported-form.js';
import { InstrumentFormsRepository } from './instrument-forms.repository.js';
import { MeasuresRepository } from './measures.repository.js';

/** What every act with an instrument needs: the care team, the clinic's form, and the record. */
@Injectable()
export class FormsInUse {
  constructor(
    private readonly cases: CaseAccess,
    private readonly forms: InstrumentFormsRepository,
    private readonly measures: MeasuresRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** Needs an open unit of work. @throws AppError not_found outside the care team. */
  require(action: Permission, coupleId: string): Promise<CaseGrant> {
    return this.cases.require(action, coupleId);
  }

  /** @throws AppError measure_without_form for what the clinic has no form of. */
  async inUse(
    code: string,
    language: 'en' | 'es',
  ): Promise<{ formId: string; imported: ImportedInstrument }> {
    const form = await this.forms.inUse(code, language);
    const imported = form === null ? null : importedFrom(form);
    if (form === null || imported === null) throw new AppError('measure_without_form');
    return { formId: form.id, imported };
  }

  async record(action: string, sheetId: string, personId: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'measures', resourceId: sheetId, personId },
      decision: 'allowed',
    });
  }

  /** The own therapists hear of it at once, by rule SAFE-1; what was answered stays where it is. */
  async raise(coupleId: CoupleId, sheetId: string, personId: string, at: Date): Promise<void> {
    await this.record('safety.raised', sheetId, personId);
    await this.measures.wind(coupleId, at);
  }
}
