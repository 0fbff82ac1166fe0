import { say } from '../../shared/localized.js';
import { answers, change, cut, instrument, meanScale } from '../instrument-entry.js';

const alliance = say('how therapy is going', 'cómo va la terapia');
/** Marks on a line of ten centimeters. */
const line = answers(0, 10, {}, 'tenths');

/** Well-being and alliance; higher is better (INST-01, source clinical brief 5). */
export const allianceInstruments = [
  instrument({
    code: 'ORS',
    family: 'alliance',
    measures: say('how life is going', 'cómo va la vida'),
    itemCount: 4,
    answers: line,
    range: [0, 40],
    worseWhen: 'lower',
    cuts: [cut('25', 25, 'K', 'up_to')],
    changes: [change('reliable_5', 5)],
    licence: 'licensed',
  }),
  instrument({
    code: 'SRS',
    family: 'alliance',
    measures: alliance,
    itemCount: 4,
    answers: line,
    range: [0, 40],
    worseWhen: 'lower',
    cuts: [cut('36', 36, 'K', 'up_to')],
    licence: 'licensed',
  }),
  instrument({
    code: 'WAI-SR',
    family: 'alliance',
    measures: alliance,
    itemCount: 12,
    answers: answers(1, 5),
    range: [1, 5],
    scoring: {
      kind: 'scales',
      scales: [
        meanScale('total'),
        meanScale('goal', [4, 6, 8, 11]),
        meanScale('task', [1, 2, 10, 12]),
        meanScale('bond', [3, 5, 7, 9]),
      ],
      reversed: [],
    },
    worseWhen: 'lower',
    licence: 'ask',
  }),
];
