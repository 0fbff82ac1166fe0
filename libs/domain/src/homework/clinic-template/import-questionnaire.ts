import { instruments } from '../../instruments/catalogue.js';
import { listIn, objectIn, textIn, type FhirObject } from '../../instruments/fhir-values.js';
import type { Instrument } from '../../instruments/instrument.js';
import { licenceProblems, type LicenceAttestation } from '../../instruments/licence.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import { clinicTemplateLimits, emptyClinicTemplate, type ClinicTemplate } from './clinic-template.js';
import { fieldsOf, hasItems, type Turning } from './form-fields.js';
import { formItems, textOf, type Found } from './form-items.js';
import { importProblem, type ImportProblem, type ImportProblemCode } from './import-problem.js';

/** A form as a draft of an exercise. `copyright` is shown with it from then on (LIB-11). */
export type ImportedForm = Readonly<{
  template: ClinicTemplate;
  copyright: string | null;
  instrument: string | null;
}>;

export type FormUpload = Readonly<{ resource: unknown; attestation: LicenceAttestation | null; now: Date }>;

/**
 * Reads a FHIR R4 Questionnaire of which nothing is known as a draft of an exercise (LIB-08). Refuses with every
 * problem and the item it is about: what cannot be asked as it was meant is never left out in silence.
 */
export function importQuestionnaire(upload: FormUpload): Result<ImportedForm, readonly ImportProblem[]> {
  const resource = objectIn(upload.resource);
  if (!resource || textIn(resource, 'resourceType') !== 'Questionnaire' || !hasItems(resource))
    return refuse([importProblem('not_a_questionnaire')]);
  const language = textIn(resource, 'language') ?? 'en';
  const found: Found = { count: 0, seen: new Set(), problems: [] };
  const items = formItems(resource, { language, level: 1, found });
  const next: Turning['next'] = { key: 0, said: [] };
  const fields = fieldsOf(items, { resource, language, found, known: new Map(), next, withLists: true });
  if (fields.length > clinicTemplateLimits.fields) found.problems.push(importProblem('too_large'));
  if (fields.length === 0 && found.problems.length === 0)
    found.problems.push(importProblem('nothing_to_answer'));
  const copyright = textIn(resource, 'copyright');
  const instrument = knownInstrument(resource);
  const problems = [...found.problems, ...rightsProblems(upload, instrument, copyright)];
  if (problems.length > 0) return refuse(problems.slice(0, 50));
  const title = textOf(resource, 'title', language);
  const purpose = textOf(resource, 'description', language);
  return ok({
    template: {
      ...emptyClinicTemplate,
      title: { en: short(title.en), es: short(title.es) },
      purpose,
      fields,
      notes: next.said.slice(0, clinicTemplateLimits.sentences),
    },
    copyright,
    instrument: instrument?.code ?? null,
  });
}

const rightsCodes: Readonly<Partial<Record<string, ImportProblemCode>>> = {
  copyright_missing: 'copyright_missing',
  attestation_missing: 'attestation_missing',
  licence_reference_missing: 'licence_reference_missing',
  attested_later: 'attested_later',
};

/**
 * The rules of instruments count for a form that is one of them (INST-04, INST-05); a form that names an owner needs
 * somebody's word for the right to use it, as one that is not known to be free (LIB-11).
 */
function rightsProblems(
  { attestation, now }: FormUpload,
  instrument: Instrument | null,
  copyright: string | null,
): readonly ImportProblem[] {
  if (instrument === null && copyright === null) return [];
  const licence = instrument?.licence ?? 'check';
  return licenceProblems({ licence }, { copyright, attestation, now }).flatMap(({ code }) => {
    const ours = rightsCodes[code];
    return ours === undefined ? [] : [importProblem(ours)];
  });
}

/** The instrument that the form says it is, by its name, title, address or code. */
function knownInstrument(resource: FhirObject): Instrument | null {
  const codings = (listIn(resource, 'code') ?? []).map(objectIn).filter((coding) => coding !== null);
  const called = [
    ...['name', 'title', 'id'].map((key) => textIn(resource, key)),
    textIn(resource, 'url')?.split('/').at(-1) ?? null,
    ...codings.flatMap((coding) => [textIn(coding, 'code'), textIn(coding, 'display')]),
  ].filter((text): text is string => text !== null);
  const byLength = [...instruments].sort((a, b) => b.code.length - a.code.length);
  return byLength.find(({ code }) => called.some((text) => isCalled(text, code))) ?? null;
}

/** The code alone in any spelling, or as a word of its own such as in "Patient Health Questionnaire (PHQ-9)". */
function isCalled(text: string, code: string): boolean {
  return bare(text) === bare(code) || text.split(/[^A-Za-z0-9-]+/).some((word) => word === code);
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const short = (text: string): string => [...text].slice(0, clinicTemplateLimits.title).join('');
