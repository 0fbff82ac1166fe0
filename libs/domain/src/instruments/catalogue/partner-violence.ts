import { say } from '../../shared/localized.js';
import type { Instrument } from '../instrument.js';
import { answers, cut, instrument } from '../instrument-entry.js';

const safety = say('safety with the partner', 'seguridad con la pareja');
const womenWorded = say(
  'Worded for women. Do not use it unchanged for anybody else.',
  'Redactado para mujeres. No se debe usar sin cambios con otras personas.',
);

type Entry = Pick<Instrument, 'code' | 'itemCount' | 'answers' | 'range' | 'licence'> & Partial<Instrument>;

/** Asked of each person alone, in person or on a call that is known to be private (INST-24). */
function screen(entry: Entry): Instrument {
  return instrument({
    family: 'partner_violence',
    measures: safety,
    worseWhen: 'higher',
    neverThroughSharedLinks: true,
    cadence: { everyWeeks: null, moments: ['intake', 'before_disclosure', 'before_gate_2_3', 'any_sign'] },
    ...entry,
  });
}

/** Partner violence (INST-01, source clinical brief 5). Sources disagree on HITS: the standard is the safer cut. */
export const partnerViolenceInstruments = [
  screen({
    code: 'HITS',
    itemCount: 4,
    answers: answers(1, 5),
    range: [4, 20],
    cuts: [cut('10', 10, 'S43a'), cut('11', 11, 'S43b'), cut('above_10', 10, 'S43c', 'above')],
    citation: ['S43a', 'S43b', 'S43c'],
    licence: 'ask',
  }),
  screen({
    code: 'E-HITS',
    itemCount: 5,
    answers: answers(1, 5),
    range: [5, 25],
    cuts: [cut('7', 7, 'S43a')],
    citation: ['S43a', 'S43c'],
    licence: 'ask',
  }),
  screen({
    code: 'WAST',
    itemCount: 8,
    answers: answers(1, 3),
    range: [8, 24],
    cuts: [cut('13', 13, 'S44a')],
    citation: ['S44a', 'S44b', 'S44c'],
    licence: 'ask',
    notice: womenWorded,
  }),
  screen({
    code: 'WAST-SHORT',
    itemCount: 2,
    answers: answers(1, 3),
    range: [2, 6],
    scoring: { kind: 'score_by_clinician' },
    citation: ['S44b'],
    licence: 'ask',
    notice: womenWorded,
  }),
  screen({
    code: 'HARK',
    itemCount: 4,
    answers: answers(0, 1),
    range: [0, 4],
    cuts: [cut('1', 1)],
    licence: 'free',
  }),
  screen({
    code: 'DA',
    itemCount: 20,
    answers: null,
    range: null,
    scoring: { kind: 'score_by_clinician' },
    licence: 'licensed',
    clinicianAdministeredOnly: true,
    notice: say('Only for people trained in it.', 'Solo para personas capacitadas en su uso.'),
  }),
];
