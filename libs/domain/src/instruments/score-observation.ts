import { roundHalfAway, type Fraction } from '../shared/fraction.js';
import type { FhirObject } from './fhir-values.js';
import { instrumentOf } from './catalogue.js';
import type { InstrumentResult } from './score-response.js';
import { bandWords, screeningWords, type ScreeningReading } from './screening-range.js';

/** Names that stand in the file beside the score; ids, never a name of a person. */
export type ObservationFacts = Readonly<{ id: string; subject: string; response: string; at: Date }>;

const instrumentSystem = 'urn:trellis:instrument';
const scaleSystem = 'urn:trellis:instrument-scale';
/** A mean has as many decimals as anybody reads. */
const decimals = 4;

/**
 * One score as a FHIR R4 Observation (INST-30): its scales, the screening range in words, and the response and engine
 * that it comes from. A scale without a score says that it is missing, never 0.
 */
export function scoreObservation(
  { code, scales, scoredBy }: InstrumentResult,
  { outcome, band }: ScreeningReading,
  { id, subject, response, at }: ObservationFacts,
): FhirObject {
  const { total, ...others } = scales;
  const parts = Object.entries(others);
  const range = band === null ? screeningWords[outcome] : bandWords(band);
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: instrumentSystem, code }], text: instrumentOf(code).measures.en },
    subject: { reference: subject },
    effectiveDateTime: at.toISOString(),
    ...(total === undefined ? {} : valueOf(total)),
    interpretation: [{ text: range.en }],
    method: { text: scoredBy },
    derivedFrom: [{ reference: response }],
    ...(parts.length > 0
      ? {
          component: parts.map(([key, score]) => ({
            code: { coding: [{ system: scaleSystem, code: key }] },
            ...valueOf(score),
          })),
        }
      : {}),
  };
}

function valueOf(score: Fraction | null): FhirObject {
  if (score === null) {
    const system = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
    return { dataAbsentReason: { coding: [{ system, code: 'unknown' }] } };
  }
  return { valueQuantity: { value: roundHalfAway(score, decimals) } };
}
