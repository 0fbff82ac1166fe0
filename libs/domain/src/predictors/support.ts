import { say } from '../shared/localized.js';
import { indicator, itemsOf, type PredictorDefinition } from './definition.js';

/** TS, Therapeutic Support. */
export const support: PredictorDefinition = {
  code: 'TS',
  name: say('Therapeutic support', 'Apoyo terapéutico'),
  meaning: say(
    'Both people use qualified help and safe peers, as much as they need.',
    'Ambas personas usan ayuda profesional y compañía segura, en la medida que necesitan.',
  ),
  items: {
    R: itemsOf('TS', 'R', [
      ['I came to sessions ready to work.', 'Llegué a las sesiones con disposición para trabajar.'],
      ['I have someone besides my partner to call.', 'Tengo a alguien además de mi pareja a quien llamar.'],
      ['I held back the real issue in therapy.', 'En terapia me guardé el tema de verdad.', 'reversed'],
      ['I felt my therapist and I agree on goals.', 'Sentí que mi terapeuta y yo coincidimos en las metas.'],
      ['I used between-session tools.', 'Usé herramientas entre sesiones.'],
    ]),
    B: itemsOf('TS', 'B', [
      ['I had sessions that helped me.', 'Tuve sesiones que me ayudaron.'],
      ['I have safe people of my own.', 'Tengo mis propias personas de confianza.'],
      ['I feel unheard in our therapy.', 'Siento que en nuestra terapia no me escuchan.', 'reversed'],
      [
        'I feel my pain is treated as its own injury.',
        'Siento que mi dolor se atiende como una herida propia.',
      ],
      ['I used tools that steady me.', 'Usé herramientas que me dan firmeza.'],
    ]),
    T: itemsOf('TS', 'T', [
      ['Engagement in sessions was good.', 'La implicación en las sesiones fue buena.'],
      ['Peer support is in place.', 'Hay apoyo de pares.'],
      ['Core issues were avoided.', 'Se evitaron los temas centrales.', 'reversed'],
      [
        'Goals are shared and parallel care is intact.',
        'Las metas son compartidas y la atención paralela sigue en pie.',
      ],
      ['Tools were used between sessions.', 'Se usaron herramientas entre sesiones.'],
    ]),
  },
  indicators: [
    indicator(
      't1',
      30,
      'Individual sessions, recovering person',
      'Sesiones individuales, persona en recuperación',
    ),
    indicator('t2', 30, 'Individual sessions, partner', 'Sesiones individuales, pareja'),
    indicator('t3', 20, 'Couple sessions', 'Sesiones de pareja'),
    indicator(
      't4',
      20,
      'Weeks with contact to peers or a group',
      'Semanas con contacto con pares o un grupo',
    ),
  ],
  weights: { R: 20, B: 20, T: 20, D: 40 },
};
