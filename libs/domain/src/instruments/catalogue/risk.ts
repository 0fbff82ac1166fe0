import { say } from '../../shared/localized.js';
import { answers, cut, instrument, sourced } from '../instrument-entry.js';

const selfHarm = say('thoughts of self-harm', 'pensamientos de hacerse daño');

/** Risk and alcohol (INST-01, source clinical brief 5). No rating tool predicts who comes to harm. */
export const riskInstruments = [
  instrument({
    code: 'C-SSRS-SCREENER',
    family: 'risk',
    measures: selfHarm,
    itemCount: 6,
    skips: true,
    answers: answers(0, 1),
    range: null,
    scoring: { kind: 'triage', high: [4, 5, 6] },
    worseWhen: 'higher',
    citation: ['S45', 'S46'],
    licence: 'free',
    clinicianAdministeredOnly: true,
  }),
  instrument({
    code: 'ASQ',
    family: 'risk',
    measures: selfHarm,
    itemCount: 5,
    skips: true,
    answers: answers(0, 1),
    range: null,
    scoring: { kind: 'any_yes', items: [1, 2, 3, 4] },
    worseWhen: 'higher',
    licence: 'free',
    clinicianAdministeredOnly: true,
  }),
  instrument({
    code: 'AUDIT-C',
    family: 'alcohol',
    measures: say('alcohol use', 'consumo de alcohol'),
    itemCount: 3,
    answers: answers(0, 4),
    range: [0, 12],
    worseWhen: 'higher',
    cuts: [cut('3', 3), cut('4', 4)],
    licence: 'free',
    structure: sourced('K'),
    notice: say(
      'Published cuts differ by sex. The lower one is the standard for everybody.',
      'Los puntos de corte publicados difieren por sexo. El más bajo es el de uso general.',
    ),
  }),
];
