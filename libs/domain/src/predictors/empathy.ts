import { say } from '../shared/localized.js';
import { indicator, itemsOf, type PredictorDefinition } from './definition.js';

/** ED, Empathy Development. */
export const empathy: PredictorDefinition = {
  code: 'ED',
  name: say('Empathy development', 'Desarrollo de la empatía'),
  meaning: say(
    "Naming, staying with and answering the partner's pain without defense.",
    'Nombrar el dolor de la pareja, quedarse con él y responder sin defenderse.',
  ),
  items: {
    R: itemsOf('ED', 'R', [
      ['I could name what my partner felt and why.', 'Pude nombrar lo que sentía mi pareja y por qué.'],
      [
        'I stayed present when the pain was about me.',
        'Seguí presente cuando el dolor tenía que ver conmigo.',
      ],
      ['I explained or defended before listening.', 'Expliqué o me defendí antes de escuchar.', 'reversed'],
      ["I linked today's reaction to what I did.", 'Relacioné la reacción de hoy con lo que hice.'],
      ['I offered comfort that fitted.', 'Ofrecí un consuelo que encajaba.'],
    ]),
    B: itemsOf('ED', 'B', [
      ['My partner understood what I felt and why.', 'Mi pareja entendió lo que yo sentía y por qué.'],
      ['My partner stayed with me when I hurt.', 'Mi pareja se quedó conmigo cuando me dolía.'],
      [
        'My partner defended or explained before listening.',
        'Mi pareja se defendió o explicó antes de escuchar.',
        'reversed',
      ],
      [
        'My partner saw the link between my reactions and what happened.',
        'Mi pareja vio la relación entre mis reacciones y lo que pasó.',
      ],
      [
        'My partner offered comfort in a way that helped.',
        'Mi pareja ofreció consuelo de una manera que ayudó.',
      ],
    ]),
    T: itemsOf('ED', 'T', [
      [
        "The recovering person names the partner's feelings accurately.",
        'La persona en recuperación nombra con acierto lo que siente su pareja.',
      ],
      ['Tolerates distress without exit.', 'Tolera el malestar sin irse.'],
      ['Defends first.', 'Se defiende primero.', 'reversed'],
      ['Connects the reaction to the injury.', 'Relaciona la reacción con la herida.'],
      ["Repairs fit the partner's need.", 'Las reparaciones encajan con lo que la pareja necesita.'],
    ]),
  },
  indicators: [
    indicator('e1', 50, 'Empathy practice done', 'Prácticas de empatía hechas'),
    indicator(
      'e2',
      50,
      'Dialogues in which the partner felt heard',
      'Diálogos en que la pareja sintió que la escuchaban',
    ),
  ],
  weights: { R: 10, B: 45, T: 30, D: 15 },
};
