import { formParts, type ImportedInstrument } from '@trellis/domain';
import type {
  ClinicInstrumentView,
  InstrumentFormView,
  InstrumentFormWordsView,
  InstrumentThresholdsView,
} from '@trellis/contracts';
import type { FormLine, FormRow, ThresholdRow } from './instrument-row.js';

/** Forms of one instrument that are shown: those in use, and the ones before. */
const formsShown = 20;

export function toInstrument(
  code: string,
  forms: readonly FormLine[],
  thresholds: readonly ThresholdRow[],
): ClinicInstrumentView {
  return {
    code,
    forms: forms
      .filter((form) => form.code === code)
      .slice(0, formsShown)
      .map(toForm),
    thresholds: toThresholds(thresholds.find((row) => row.code === code)),
  };
}

function toForm(row: FormLine): InstrumentFormView {
  return {
    id: row.id,
    language: row.language,
    number: row.number,
    title: row.title,
    copyright: row.copyright,
    attestedByName: row.attested_by_name,
    attestedAt: row.attested_at.toISOString(),
    licenceReference: row.licence_reference,
    retiredAt: row.retired_at?.toISOString() ?? null,
    version: row.version,
  };
}

function toThresholds(row: ThresholdRow | undefined): InstrumentThresholdsView {
  const { cut = null, change = null } = row ?? {};
  const own = typeof change === 'object' ? change : null;
  return {
    cut: typeof cut === 'string' ? cut : null,
    ownCut: typeof cut === 'number' ? cut : null,
    change: typeof change === 'string' ? change : null,
    ownSd: own?.sd ?? null,
    ownReliability: own?.reliability ?? null,
    setByName: row?.set_by_name ?? null,
    setAt: row?.set_at.toISOString() ?? null,
    version: row?.version ?? 0,
  };
}

/** The words that a form of the clinic has, for whoever fills it in. */
export function toFormWords(row: FormRow, imported: ImportedInstrument): InstrumentFormWordsView {
  const { questionnaire } = imported;
  return {
    id: row.id,
    code: row.code,
    title: questionnaire.title,
    language: row.language,
    copyright: row.copyright,
    parts: [...formParts(questionnaire, row.resource)],
  };
}
