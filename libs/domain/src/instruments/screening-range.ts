import { compare, fraction, type Fraction } from '../shared/fraction.js';
import { say, type LocalizedText } from '../shared/localized.js';
import { anyYes } from './concerns.js';
import { cutFor, inCutRange, type CutChoice } from './cuts.js';
import type { CutOption, Instrument, ScreeningBand } from './instrument.js';
import type { InstrumentResult } from './score-response.js';

export const screeningOutcomes = [
  'in_range',
  'not_in_range',
  'high',
  'for_clinician',
  'no_score',
  'no_cut',
] as const;
export type ScreeningOutcome = (typeof screeningOutcomes)[number];

export type ScreeningReading = Readonly<{
  outcome: ScreeningOutcome;
  cut: CutOption | null;
  band: ScreeningBand | null;
}>;

/** Where a score lies: always a screening range, never a diagnosis (INST-16). */
export const screeningWords: Readonly<Record<ScreeningOutcome, LocalizedText>> = {
  in_range: say(
    'In the screening range: worth a closer look together.',
    'En el rango de detección: conviene verlo en conjunto con más calma.',
  ),
  not_in_range: say(
    'Not in the screening range. This alone rules nothing out.',
    'Fuera del rango de detección. Esto por sí solo no descarta nada.',
  ),
  high: say(
    'In the high screening range: talk with the person now.',
    'En el rango de detección alto: hable con la persona ahora.',
  ),
  for_clinician: say('A clinician scores this form.', 'Este formulario lo puntúa un profesional clínico.'),
  no_score: say(
    'No score: at least one item has no answer.',
    'Sin puntaje: al menos un ítem no tiene respuesta.',
  ),
  no_cut: say('No screening range is published.', 'No hay un rango de detección publicado.'),
};

export const bandPrefix = say('Screening range', 'Rango de detección');

/** The band in words, such as 'Screening range: mild'. */
export function bandWords({ label }: ScreeningBand): LocalizedText {
  return say(`${bandPrefix.en}: ${label.en}`, `${bandPrefix.es}: ${label.es}`);
}

/** The band that holds the total; null where the instrument has none. */
export function bandOf({ bands }: Pick<Instrument, 'bands'>, total: Fraction): ScreeningBand | null {
  return bands.filter(({ from }) => compare(total, fraction(from)) >= 0).at(-1) ?? null;
}

/**
 * Reads the first scale by the chosen cut. A screen for violence or risk with missing answers can lie in the range
 * and never outside of it (INST-13); a triage says high or leaves it to the clinician (INST-15).
 */
export function screeningRange(
  instrument: Instrument,
  result: Pick<InstrumentResult, 'items' | 'scales' | 'concerns'>,
  choice?: CutChoice,
): ScreeningReading {
  const { scoring } = instrument;
  const values = result.items.map(({ value }) => value);
  const plainly = (outcome: ScreeningOutcome): ScreeningReading => ({ outcome, cut: null, band: null });
  switch (scoring.kind) {
    case 'score_by_clinician':
      return plainly('for_clinician');
    case 'triage':
      return plainly(anyYes(values, scoring.high) ? 'high' : 'for_clinician');
    case 'any_yes': {
      if (
        anyYes(
          values,
          values.map((_value, at) => at + 1),
        )
      )
        return plainly('in_range');
      const answered = scoring.items.every((position) => (values[position - 1] ?? null) !== null);
      return plainly(answered ? 'not_in_range' : 'no_score');
    }
    case 'scales': {
      const total = result.scales[scoring.scales[0]?.key ?? ''] ?? null;
      return readTotal(instrument, { total, concerns: result.concerns }, cutFor(instrument, choice));
    }
  }
}

type Total = Readonly<{ total: Fraction | null; concerns: InstrumentResult['concerns'] }>;

function readTotal(
  instrument: Instrument,
  { total, concerns }: Total,
  cut: CutOption | null,
): ScreeningReading {
  if (total === null) {
    const positive = concerns.some(({ kind }) => kind === 'violence_positive');
    return { outcome: positive ? 'in_range' : 'no_score', cut, band: null };
  }
  const band = bandOf(instrument, total);
  if (cut === null) return { outcome: 'no_cut', cut, band };
  return { outcome: inCutRange(total, cut) ? 'in_range' : 'not_in_range', cut, band };
}
