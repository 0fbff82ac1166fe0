import { ok, refuse, type Result } from '../shared/result.js';
import { optionProblems } from './answer-scale.js';
import { findInstrument } from './catalogue.js';
import type { Instrument } from './instrument.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';
import { mapItems, type ClinicMapping, type ItemMap } from './item-map.js';
import { licenceProblems, type LicenceAttestation } from './licence.js';
import { readQuestionnaire, type Questionnaire } from './questionnaire.js';

/** What a clinic brings: a file it is entitled to use, and its word for that. `now` is when it is brought. */
export type InstrumentUpload = Readonly<{
  code: string;
  resource: unknown;
  mapping: ClinicMapping | null;
  attestation: LicenceAttestation | null;
  now: Date;
}>;

/** An instrument that the clinic may use. `copyright` is shown with every form that is made of it (INST-06). */
export type ImportedInstrument = Readonly<{
  instrument: Instrument;
  questionnaire: Questionnaire;
  map: ItemMap;
  copyright: string | null;
  attestation: LicenceAttestation;
}>;

/** Checks the licence first, then the form; refuses with every problem that was found (INST-03 to INST-08). */
export function importInstrument(
  upload: InstrumentUpload,
): Result<ImportedInstrument, readonly InstrumentProblem[]> {
  const instrument = findInstrument(upload.code);
  if (instrument === null) return refuse([instrumentProblem('unknown_instrument')]);
  const read = readQuestionnaire(upload.resource);
  if (!read.ok) return read;
  const questionnaire = read.value;
  const { copyright } = questionnaire;
  const { attestation } = upload;
  const legal = licenceProblems(instrument, { copyright, attestation, now: upload.now });
  const mapped = mapItems(instrument, questionnaire, upload.mapping);
  if (!mapped.ok) return refuse([...legal, ...mapped.refusal]);
  const problems = [...legal, ...formProblems(instrument, questionnaire, mapped.value)];
  if (problems.length > 0 || attestation === null) return refuse(problems);
  return ok({ instrument, questionnaire, map: mapped.value, copyright, attestation });
}

function formProblems(
  { answers, scoring }: Instrument,
  { questions }: Questionnaire,
  { items, reversed }: ItemMap,
): readonly InstrumentProblem[] {
  // What a clinician scores needs no values: the form is only kept with its answers.
  if (scoring.kind === 'score_by_clinician' || answers === null) return [];
  const options = items.flatMap((item, at) => optionProblems(item, answers, at + 1));
  // A total that the file calculates itself is a plain sum; it would be wrong for anything else (INST-10).
  const plain = scoring.kind === 'scales' && reversed.length === 0 && scoring.scales[0]?.combine === 'sum';
  const calculated = plain ? [] : questions.filter(({ kind }) => kind === 'calculated');
  return [
    ...options,
    ...calculated.map(({ linkId }) => instrumentProblem('expression_not_supported', linkId)),
  ];
}
