import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ClinicInstrumentView,
  ImportInstrumentRequest,
  InstrumentFormWordsView,
  InstrumentsView,
  SetThresholdsRequest,
} from '@trellis/contracts';
import {
  asStaffId,
  changeRuleFor,
  cutFor,
  findInstrument,
  formLanguage,
  importInstrument,
  isUuid,
  type ChangeChoice,
  type CutChoice,
  type Instrument,
} from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { isStorable } from '../platform/http/storable-input.js';
import { importedFrom, mappingOf } from './imported-form.js';
import { InstrumentFormsRepository } from './instrument-forms.repository.js';
import { toFormWords, toInstrument } from './instrument.mapper.js';
import type { FormRow } from './instrument-row.js';

/** Keys and items of a file; the longest form of the list has about five thousand. */
const mostParts = 20_000;
const longestCopyright = 4000;

/** The clinic's instruments: which forms it may use, and where it draws its lines. */
@Injectable()
export class InstrumentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forms: InstrumentFormsRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Instruments with a form or lines of the clinic's own, by code. */
  async list(): Promise<InstrumentsView> {
    return this.work.run(async () => {
      const [forms, lines] = [await this.forms.lines(), await this.forms.thresholds()];
      const codes = [...new Set([...forms, ...lines].map(({ code }) => code))].sort();
      return { instruments: codes.map((code) => toInstrument(code, forms, lines)) };
    });
  }

  /** The words of a form. @throws AppError not_found. */
  async words(formId: string): Promise<InstrumentFormWordsView> {
    return this.work.run(async () => {
      const row = await this.found(formId);
      const imported = importedFrom(row);
      if (imported === null) throw notFound();
      return toFormWords(row, imported);
    });
  }

  /** Takes a form that the clinic may use. @throws AppError questionnaire_refused with every problem. */
  async import(request: ImportInstrumentRequest): Promise<ClinicInstrumentView> {
    const now = this.clock.now();
    const { id: by, clinicId } = currentActor();
    const licenceReference = request.licenceReference?.trim() ?? null;
    const { code } = request;
    const resource = readFile(request.questionnaire);
    const mapping = request.mapping === undefined ? null : mappingOf(request.mapping);
    const attestation = request.attested === true ? { by: asStaffId(by), at: now, licenceReference } : null;
    const read = importInstrument({ code, resource, mapping, attestation, now });
    if (!read.ok) throw new AppError('questionnaire_refused', { problems: read.refusal.slice(0, 50) });
    const { copyright } = read.value;
    if ((copyright?.length ?? 0) > longestCopyright) throw refusedFile('too_large');
    return this.work.run(async () => {
      const id = randomUUID();
      const form = { id, code, resource, mapping, copyright, language: formLanguage(resource) };
      const rights = { attested_by: by, attested_at: now, licence_reference: licenceReference };
      await this.forms.add({ clinicId, ...form, ...rights });
      await this.record('instruments.import', id);
      return this.view(code);
    });
  }

  /** Gives the form no more; whoever has it can still answer. @throws AppError not_found, instrument_form_retired, version_stale. */
  async retire(formId: string, version: number): Promise<ClinicInstrumentView> {
    return this.work.run(async () => {
      const { code, id } = await this.found(formId);
      const line = (await this.forms.lines()).find((one) => one.id === id);
      if (line?.retired_at !== null) throw new AppError('instrument_form_retired');
      if (!(await this.forms.retire(id, version, currentActor().id, this.clock.now())))
        throw new AppError('version_stale');
      await this.record('instruments.retire', id);
      return this.view(code);
    });
  }

  /**
   * Draws the clinic's lines among those that the instrument offers.
   * @throws AppError not_found for an instrument that is not in the list, instrument_thresholds_invalid, version_stale.
   */
  async setThresholds(
    code: string,
    version: number,
    request: SetThresholdsRequest,
  ): Promise<ClinicInstrumentView> {
    const instrument = findInstrument(code);
    if (instrument === null) throw notFound();
    const lines = linesOf(instrument, request);
    return this.work.run(async () => {
      const { id: by } = currentActor();
      if (!(await this.forms.setThresholds(code, version, lines, by, this.clock.now())))
        throw new AppError('version_stale');
      await this.record('instruments.thresholds');
      return this.view(code);
    });
  }

  private async view(code: string): Promise<ClinicInstrumentView> {
    return toInstrument(code, await this.forms.lines(), await this.forms.thresholds());
  }

  private async found(id: string): Promise<FormRow> {
    const row = isUuid(id) ? await this.forms.one(id) : null;
    if (row === null) throw notFound();
    return row;
  }

  private async record(action: string, resourceId?: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'instrument_form', decision: 'allowed' },
      ...(resourceId === undefined ? {} : { resourceId }),
    });
  }
}

/** What the engine would not read by is not kept. */
function linesOf(
  instrument: Instrument,
  { cut, change, ownCut = null, ownSd = null, ownReliability = null }: SetThresholdsRequest,
): { cut: CutChoice | null; change: ChangeChoice | null } {
  const twice = (cut !== null && ownCut !== null) || (change !== null && ownSd !== null);
  if (twice || (ownSd === null) !== (ownReliability === null)) throw notOffered();
  const own = ownSd === null || ownReliability === null ? null : { sd: ownSd, reliability: ownReliability };
  const lines = { cut: cut ?? ownCut, change: change ?? own };
  try {
    if (lines.cut !== null) cutFor(instrument, lines.cut);
    if (lines.change !== null) changeRuleFor(instrument, lines.change);
  } catch (error) {
    if (error instanceof RangeError) throw notOffered();
    throw error;
  }
  return lines;
}

/** The file as JSON that can be kept. @throws AppError questionnaire_refused for any other text. */
function readFile(text: string): Readonly<Record<string, unknown>> {
  const file = parsed(text);
  if (typeof file !== 'object' || file === null || Array.isArray(file))
    throw refusedFile('not_a_questionnaire');
  if (!isStorable(file, mostParts)) throw refusedFile('too_large');
  return file as Readonly<Record<string, unknown>>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const notOffered = (): AppError => new AppError('instrument_thresholds_invalid');

function refusedFile(code: 'too_large' | 'not_a_questionnaire'): AppError {
  return new AppError('questionnaire_refused', { problems: [{ code, linkId: null }] });
}
