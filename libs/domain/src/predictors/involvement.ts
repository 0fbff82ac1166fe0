import { say } from '../shared/localized.js';
import { indicator, itemsOf, type PredictorDefinition } from './definition.js';

/** PI, Partner Involvement. Standing back by choice is not poor involvement. */
export const involvement: PredictorDefinition = {
  code: 'PI',
  name: say('Partner involvement', 'Participación de la pareja'),
  meaning: say(
    'The partner is invited into recovery steps and has real influence, as far as they wish.',
    'La pareja recibe la invitación a los pasos de recuperación e influye de verdad, hasta donde quiera.',
  ),
  items: {
    R: itemsOf('PI', 'R', [
      [
        "I invited my partner's view on a recovery decision.",
        'Pedí la opinión de mi pareja sobre una decisión de recuperación.',
      ],
      ['I gave our agreed updates at the agreed time.', 'Di las novedades acordadas a la hora acordada.'],
      ['I respected when my partner wanted distance.', 'Respeté cuando mi pareja quiso distancia.'],
      ['I treated check-ins as a chore to get through.', 'Traté los registros como un trámite.', 'reversed'],
      ['I changed something because of what I heard.', 'Cambié algo por lo que escuché.'],
    ]),
    B: itemsOf('PI', 'B', [
      [
        'I was asked for my view on recovery steps.',
        'Me pidieron mi opinión sobre los pasos de recuperación.',
      ],
      ['I received the updates we agreed on.', 'Recibí las novedades que acordamos.'],
      ['I could step back without a penalty.', 'Pude apartarme sin pagar un precio por ello.'],
      [
        'I felt like an afterthought in this process.',
        'Sentí que en este proceso se acordaban de mí al final.',
        'reversed',
      ],
      ['I saw something change because of what I said.', 'Vi que algo cambió por lo que dije.'],
    ]),
    T: itemsOf('PI', 'T', [
      ["The partner's view was sought and used.", 'Se buscó y se usó la opinión de la pareja.'],
      ['Updates happened as agreed.', 'Las novedades se dieron según lo acordado.'],
      ["The partner's distance was respected.", 'Se respetó la distancia de la pareja.'],
      [
        'The partner was peripheral to planning.',
        'La pareja quedó al margen de la planificación.',
        'reversed',
      ],
      ['Influence was visible in behavior.', 'La influencia se vio en la conducta.'],
    ]),
  },
  indicators: [
    indicator('p1', 40, 'Joint sessions held', 'Sesiones conjuntas realizadas'),
    indicator('p2', 40, 'Shared check-ins with both parts', 'Ejercicios en común con ambas partes'),
    indicator('p3', 20, 'Agreed updates given', 'Novedades acordadas dadas'),
  ],
  weights: { R: 20, B: 35, T: 20, D: 25 },
};
