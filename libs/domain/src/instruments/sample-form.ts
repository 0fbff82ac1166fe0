import type { StaffId } from '../shared/ids.js';
import { importInstrument, type ImportedInstrument, type InstrumentUpload } from './import-instrument.js';
import { instrumentOf } from './catalogue.js';
import { answerEnds } from './answer-scale.js';

/** Forms for the tests of this folder: items are called q1, q2 and so on, and ask nothing. */
type Json = Readonly<Record<string, unknown>>;

export const ordinalAddress = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
export const sampleUrl = 'https://clinic.example/Questionnaire/sample';
export const sampleNow = new Date('2025-01-06T15:00:00Z');
export const sampleAttestation = {
  by: '0190aaaa-0000-7000-8000-000000000001' as StaffId,
  at: sampleNow,
  licenceReference: 'letter 7',
} as const;

export function sampleOption(value: number): Json {
  const extension = [{ url: ordinalAddress, valueDecimal: value }];
  return { valueCoding: { system: 'urn:sample', code: `a${value}`, extension } };
}

export function sampleChoice(linkId: string, from: number, to: number): Json {
  const values = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return { linkId, type: 'choice', answerOption: values.map(sampleOption) };
}

export function sampleForm(items: readonly unknown[], rest: Json = {}): Json {
  return {
    resourceType: 'Questionnaire',
    url: sampleUrl,
    version: '1',
    copyright: 'Somebody',
    item: items,
    ...rest,
  };
}

/** One choice for each item of the instrument, over its whole scale. */
export function sampleItems(code: string): readonly Json[] {
  const { answers, itemCount } = instrumentOf(code);
  return Array.from({ length: itemCount ?? 3 }, (_, at) => {
    const [from, to] = answers ? answerEnds(answers, at + 1) : [0, 1];
    return sampleChoice(`q${at + 1}`, from, to);
  });
}

export function sampleUpload(code: string, changes: Partial<InstrumentUpload> = {}): InstrumentUpload {
  const resource = sampleForm(sampleItems(code));
  return { code, resource, mapping: null, attestation: sampleAttestation, now: sampleNow, ...changes };
}

/** The instrument, brought in. Throws when the upload is refused. */
export function sampleImport(code: string, changes: Partial<InstrumentUpload> = {}): ImportedInstrument {
  const result = importInstrument(sampleUpload(code, changes));
  if (!result.ok) throw new RangeError(result.refusal.map(({ code: why }) => why).join());
  return result.value;
}

export function sampleAnswer(linkId: string, value: number): Json {
  return { linkId, answer: [{ valueCoding: { system: 'urn:sample', code: `a${value}` } }] };
}

/** Answers q1, q2 and so on; null leaves an item out. */
export function sampleResponse(values: readonly (number | null)[], rest: Json = {}): Json {
  const item = values.flatMap((value, at) => (value === null ? [] : [sampleAnswer(`q${at + 1}`, value)]));
  return { resourceType: 'QuestionnaireResponse', status: 'completed', item, ...rest };
}
