import { say } from '../../shared/localized.js';
import {
  answers,
  change,
  every,
  instrument,
  meanScale,
  positions,
  sourced,
  sumScale,
} from '../instrument-entry.js';

const closeness = say('closeness and worry in relationships', 'cercanía y preocupación en las relaciones');
const trust = say('trust in the partner', 'confianza en la pareja');
const trustScoring = {
  kind: 'scales',
  scales: [
    sumScale('total'),
    sumScale('predictability', 'mapped', 5),
    sumScale('dependability', 'mapped', 5),
    sumScale('faith', 'mapped', 7),
  ],
  reversed: 'mapped',
} as const;
const differs = say(
  'Versions on the web differ. Map items and reversed items from the original article.',
  'Las versiones en la red difieren. Asigne los ítems y los ítems inversos según el artículo original.',
);

/** Attachment and trust (INST-01, source clinical brief 5). The trust scale comes with two sets of answers. */
export const attachmentInstruments = [
  instrument({
    code: 'ECR-R',
    family: 'attachment',
    measures: closeness,
    itemCount: 36,
    answers: answers(1, 7),
    range: [1, 7],
    scoring: {
      kind: 'scales',
      scales: [meanScale('anxiety', positions(1, 18)), meanScale('avoidance', positions(19, 36))],
      reversed: [9, 11, 20, 22, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36],
    },
    worseWhen: 'higher',
    licence: 'ask',
  }),
  instrument({
    code: 'ECR-RS',
    family: 'attachment',
    measures: closeness,
    itemCount: 9,
    answers: answers(1, 7),
    range: [1, 7],
    scoring: {
      kind: 'scales',
      scales: [meanScale('avoidance', positions(1, 6)), meanScale('anxiety', positions(7, 9))],
      reversed: positions(1, 4),
    },
    structure: sourced('S29'),
    worseWhen: 'higher',
    changes: [change('retest_2.1', 2.1, 'S29')],
    citation: ['S29'],
    licence: 'ask',
    cadence: every(12, 24),
  }),
  instrument({
    code: 'TCRS',
    family: 'attachment',
    measures: trust,
    itemCount: 17,
    answers: answers(1, 7),
    range: [17, 119],
    scoring: trustScoring,
    worseWhen: 'lower',
    citation: ['S39'],
    licence: 'ask',
    notice: differs,
  }),
  instrument({
    code: 'TCRS-CENTERED',
    family: 'attachment',
    measures: trust,
    itemCount: 17,
    answers: answers(-3, 3),
    range: [-51, 51],
    scoring: trustScoring,
    worseWhen: 'lower',
    citation: ['S39'],
    licence: 'ask',
    notice: differs,
  }),
];
