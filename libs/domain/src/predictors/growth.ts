import { say } from '../shared/localized.js';
import { indicator, itemsOf, type PredictorDefinition } from './definition.js';

/** CG, Long-Term Commitment to Growth. */
export const growth: PredictorDefinition = {
  code: 'CG',
  name: say('Long-term commitment to growth', 'Compromiso a largo plazo con el crecimiento'),
  meaning: say(
    'Steady, self-directed work on maturity, not only on stopping a behavior.',
    'Trabajo constante y propio en la madurez, no solo en dejar una conducta.',
  ),
  items: {
    R: itemsOf('CG', 'R', [
      [
        'I worked on something deeper than stopping a behavior.',
        'Trabajé en algo más profundo que dejar una conducta.',
      ],
      ['I kept going when no one was watching.', 'Seguí adelante cuando nadie miraba.'],
      [
        'I let recovery tasks slide when life felt fine.',
        'Descuidé las tareas de recuperación cuando todo parecía ir bien.',
        'reversed',
      ],
      ['I used a setback to learn something.', 'Usé un contratiempo para aprender algo.'],
      [
        'I can picture and plan for the person I want to be.',
        'Puedo imaginar la persona que quiero ser y hacer planes para ello.',
      ],
    ]),
    B: itemsOf('CG', 'B', [
      [
        'My partner is working on more than stopping a behavior.',
        'Mi pareja trabaja en algo más que dejar una conducta.',
      ],
      ['My partner keeps going without being pushed.', 'Mi pareja sigue adelante sin que la empujen.'],
      [
        'My partner lets things slide when things look fine.',
        'Mi pareja descuida las cosas cuando todo parece ir bien.',
        'reversed',
      ],
      ['My partner learns from setbacks.', 'Mi pareja aprende de los contratiempos.'],
      [
        'My partner shows me a future I could believe in.',
        'Mi pareja me muestra un futuro en el que podría creer.',
      ],
    ]),
    T: itemsOf('CG', 'T', [
      ['Works on underlying patterns.', 'Trabaja en los patrones de fondo.'],
      ['Effort is self-directed.', 'El esfuerzo es por iniciativa propia.'],
      ['Effort drops when the crisis eases.', 'El esfuerzo baja cuando la crisis cede.', 'reversed'],
      ['Setbacks are turned to learning.', 'Los contratiempos se convierten en aprendizaje.'],
      ['Values-based goals are active.', 'Hay metas activas basadas en valores.'],
    ]),
  },
  indicators: [
    indicator('g1', 40, 'Homework done', 'Tareas hechas'),
    indicator('g2', 20, 'Goals updated', 'Metas actualizadas'),
    indicator('g3', 40, 'Recovery days of the plan', 'Días de recuperación del plan'),
  ],
  weights: { R: 25, B: 20, T: 30, D: 25 },
};
