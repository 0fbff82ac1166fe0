import { say } from '../../shared/localized.js';
import { answers, band, change, cut, every, instrument, sourced } from '../instrument-entry.js';

const low = say('low mood', 'ánimo bajo');
const worry = say('worry and tension', 'preocupación y tensión');
const mild = say('mild', 'leve');
const moderate = say('moderate', 'moderado');
const severe = say('severe', 'grave');
const minimal = say('minimal', 'mínimo');
const often = every(4, 6, ['after_disclosure_day_14']);
const twoMayMiss = { mostMissing: 2, ...sourced('K') };

/** Mood and worry (INST-01, source clinical brief 5). Two published changes of GAD-7 disagree, so a clinic chooses. */
export const moodInstruments = [
  instrument({
    code: 'PHQ-9',
    family: 'mood',
    measures: low,
    itemCount: 9,
    answers: answers(0, 3),
    range: [0, 27],
    worseWhen: 'higher',
    cuts: [cut('10', 10)],
    bands: [
      band('minimal', 0, minimal),
      band('mild', 5, mild),
      band('moderate', 10, moderate),
      band('moderately_severe', 15, say('moderate to severe', 'moderado a grave')),
      band('severe', 20, severe),
    ],
    changes: [change('reliable_6', 6, 'S34'), change('important_5', 5)],
    prorating: twoMayMiss,
    citation: ['S32', 'S34'],
    licence: 'free',
    selfHarmItem: 9,
    cadence: often,
  }),
  instrument({
    code: 'PHQ-2',
    family: 'mood',
    measures: low,
    itemCount: 2,
    answers: answers(0, 3),
    range: [0, 6],
    worseWhen: 'higher',
    cuts: [cut('3', 3)],
    citation: ['S32'],
    licence: 'free',
  }),
  instrument({
    code: 'GAD-2',
    family: 'mood',
    measures: worry,
    itemCount: 2,
    answers: answers(0, 3),
    range: [0, 6],
    worseWhen: 'higher',
    cuts: [cut('3', 3)],
    citation: ['S32'],
    licence: 'free',
  }),
  instrument({
    code: 'GAD-7',
    family: 'mood',
    measures: worry,
    itemCount: 7,
    answers: answers(0, 3),
    range: [0, 21],
    worseWhen: 'higher',
    cuts: [cut('8', 8, 'S34')],
    bands: [
      band('minimal', 0, minimal),
      band('mild', 5, mild),
      band('moderate', 10, moderate),
      band('severe', 15, severe),
    ],
    changes: [change('reliable_4', 4, 'S34'), change('reliable_6', 6, 'S35')],
    prorating: twoMayMiss,
    citation: ['S34', 'S35'],
    licence: 'free',
    cadence: often,
  }),
  instrument({
    code: 'MDQ',
    family: 'mood',
    measures: say('times of unusually high mood', 'épocas de ánimo muy elevado'),
    itemCount: null,
    answers: null,
    range: null,
    scoring: { kind: 'score_by_clinician' },
    worseWhen: null,
    licence: 'check',
  }),
];
