import { say } from '../shared/localized.js';
import { indicator, itemsOf, type PredictorDefinition } from './definition.js';

/** CT, Consistent Transparency. */
export const transparency: PredictorDefinition = {
  code: 'CT',
  name: say('Consistent transparency', 'Transparencia constante'),
  meaning: say(
    'Openness the couple agreed on, offered rather than asked for, lapses included.',
    'La apertura que la pareja acordó, ofrecida sin que la pidan, también sobre los tropiezos.',
  ),
  items: {
    R: itemsOf('CT', 'R', [
      [
        'I told what we agreed to tell, without being asked.',
        'Conté lo que acordamos contar, sin que me lo preguntaran.',
      ],
      [
        'I kept our device and account agreements every day.',
        'Cumplí cada día lo acordado sobre dispositivos y cuentas.',
      ],
      ['I left out or softened something that mattered.', 'Callé o suavicé algo que importaba.', 'reversed'],
      [
        'I said what I was feeling inside, not just what I did.',
        'Dije lo que sentía por dentro, no solo lo que hice.',
      ],
      [
        'When I erred, I said so within the agreed time.',
        'Cuando me equivoqué, lo dije dentro del plazo acordado.',
      ],
    ]),
    B: itemsOf('CT', 'B', [
      [
        'My partner told me what we agreed to, before I had to ask.',
        'Mi pareja me contó lo acordado antes de que yo preguntara.',
      ],
      [
        'My partner kept our device and account agreements.',
        'Mi pareja cumplió lo acordado sobre dispositivos y cuentas.',
      ],
      [
        'My partner seemed to leave out or soften something that mattered.',
        'Me pareció que mi pareja calló o suavizó algo que importaba.',
        'reversed',
      ],
      [
        'My partner let me know what was going on inside them.',
        'Mi pareja me dejó saber lo que le pasaba por dentro.',
      ],
      [
        'My partner owned errors within the agreed time.',
        'Mi pareja reconoció sus errores dentro del plazo acordado.',
      ],
    ]),
    T: itemsOf('CT', 'T', [
      [
        'Information was volunteered rather than extracted.',
        'La información se ofreció; no hubo que sacarla.',
      ],
      [
        'Tool agreements were verified as kept.',
        'Se comprobó que se cumplieron los acuerdos sobre herramientas.',
      ],
      ['There was evidence of omission or softening.', 'Hubo señales de omisión o suavización.', 'reversed'],
      ['Words and affect were congruent.', 'Las palabras y el afecto fueron congruentes.'],
      ['Errors were owned promptly and fully.', 'Los errores se reconocieron pronto y por completo.'],
    ]),
  },
  indicators: [
    indicator('c1', 35, 'Daily check-ins done', 'Registros diarios hechos'),
    indicator('c2', 20, 'Tool logs done', 'Registros de herramientas hechos'),
    indicator('c3', 30, 'Slip told in the agreed time', 'Tropiezo contado en el plazo acordado'),
    indicator('c4', 15, 'Honesty logs done', 'Registros de honestidad hechos'),
  ],
  weights: { R: 15, B: 35, T: 20, D: 30 },
};
