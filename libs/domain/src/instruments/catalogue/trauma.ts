import { say } from '../../shared/localized.js';
import {
  answers,
  change,
  cut,
  every,
  instrument,
  positions,
  sourced,
  sumScale,
} from '../instrument-entry.js';

const afterTrauma = say('symptoms after trauma', 'síntomas después de un trauma');

/** Trauma symptoms (INST-01, source clinical brief 5). */
export const traumaInstruments = [
  instrument({
    code: 'PCL-5',
    family: 'trauma',
    measures: afterTrauma,
    itemCount: 20,
    answers: answers(0, 4),
    range: [0, 80],
    scoring: {
      kind: 'scales',
      scales: [
        sumScale('total'),
        sumScale('intrusion', positions(1, 5)),
        sumScale('avoidance', positions(6, 7)),
        sumScale('thoughts_and_mood', positions(8, 14)),
        sumScale('arousal', positions(15, 20)),
      ],
      reversed: [],
    },
    worseWhen: 'higher',
    cuts: [cut('31', 31, 'S33a'), cut('32', 32, 'S33a'), cut('33', 33, 'S33a')],
    ownCut: { from: 31, to: 43 },
    endState: { value: 28, ...sourced('S33c') },
    changes: [
      change('reliable_15', 15, 'S33c'),
      change('reliable_18', 18, 'S33c'),
      change('important_10', 10, 'S33d'),
    ],
    citation: ['S33a', 'S33b', 'S33c', 'S33d'],
    licence: 'free',
    cadence: every(4, 6, ['after_disclosure_day_14']),
  }),
  instrument({
    code: 'ITQ',
    family: 'trauma',
    measures: afterTrauma,
    itemCount: 18,
    answers: answers(0, 4),
    range: null,
    scoring: { kind: 'score_by_clinician' },
    worseWhen: 'higher',
    licence: 'free',
  }),
  instrument({
    code: 'IES-R',
    family: 'trauma',
    measures: afterTrauma,
    itemCount: 22,
    answers: answers(0, 4),
    range: [0, 88],
    scoring: {
      kind: 'scales',
      scales: [
        sumScale('total'),
        sumScale('intrusion', [1, 2, 3, 6, 9, 14, 16, 20]),
        sumScale('avoidance', [5, 7, 8, 11, 12, 13, 17, 22]),
        sumScale('arousal', [4, 10, 15, 18, 19, 21]),
      ],
      reversed: [],
    },
    worseWhen: 'higher',
    cuts: [cut('33', 33), cut('46', 46, 'S33e')],
    citation: ['S33e'],
    licence: 'check',
  }),
  instrument({
    code: 'DES-II',
    family: 'trauma',
    measures: say('feeling apart from oneself', 'sensación de estar fuera de sí'),
    itemCount: null,
    answers: null,
    range: null,
    scoring: { kind: 'score_by_clinician' },
    worseWhen: 'higher',
    licence: 'check',
  }),
];
