import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B09 Disclosure-day support plan. By the author's release the couple therapist gets the logistics and no more
 * (HW-55): not the medication, the comfort list, the topics to leave alone or the wish for a pause.
 */
export const b09: HomeworkTemplate = {
  code: 'B09',
  version: 1,
  track: 'B',
  title: say('My plan for the day', 'Mi plan para el día'),
  purpose: say('Have people and things ready for the day.', 'Tener personas y cosas previstas para el día.'),
  fields: [
    {
      key: 'plans',
      kind: 'list',
      label: say('Plan A, plan B, plan C', 'Plan A, plan B, plan C'),
      hint: say(
        'Three short plans make it easy to change course.',
        'Con tres planes cortos es fácil cambiar.',
      ),
      required: true,
      leastRows: 1,
      rows: [
        {
          key: 'plan',
          kind: 'choice',
          label: say('Which plan', 'Qué plan'),
          required: true,
          options: [
            { value: 'a', label: say('A: the day goes as planned', 'A: el día va como lo previsto') },
            { value: 'b', label: say('B: I need more distance', 'B: necesito más distancia') },
            { value: 'c', label: say('C: I need help right away', 'C: necesito ayuda enseguida') },
          ],
        },
        {
          key: 'transport',
          kind: 'line',
          label: say('How I get there and back', 'Cómo voy y cómo vuelvo'),
          required: false,
        },
        { key: 'sleep_place', kind: 'line', label: say('Where I sleep', 'Dónde duermo'), required: false },
        {
          key: 'person_on_call',
          kind: 'line',
          label: say('Who I can call', 'A quién puedo llamar'),
          hint: say('A first name or a letter.', 'Un nombre o una letra.'),
          required: false,
        },
        {
          key: 'person_told_on',
          kind: 'day',
          label: say('When I told them the date', 'Cuándo le avisé de la fecha'),
          required: false,
        },
        {
          key: 'children_and_pets',
          kind: 'line',
          label: say('Who cares for children or pets', 'Quién cuida de menores o mascotas'),
          hint: say('No names of children, please.', 'Sin nombres de menores, por favor.'),
          required: false,
        },
        {
          key: 'work_cover',
          kind: 'line',
          label: say('Time off work', 'Tiempo libre del trabajo'),
          required: false,
        },
        { key: 'food', kind: 'line', label: say('Food', 'Comida'), required: false },
        { key: 'medication', kind: 'line', label: say('Medicine', 'Medicinas'), required: false },
      ],
    },
    {
      key: 'no_contact_about',
      kind: 'text',
      label: say('What I do not want to be asked or told', 'De qué no quiero que me pregunten ni me hablen'),
      required: false,
    },
    {
      key: 'comfort',
      kind: 'list',
      label: say('What comforts me', 'Lo que me reconforta'),
      required: false,
      rows: [{ key: 'item', kind: 'line', label: say('One thing', 'Una cosa'), required: true }],
    },
    {
      key: 'code_word',
      kind: 'line',
      label: say('A word that means: please stop', 'Una palabra que significa: paren, por favor'),
      required: false,
    },
    {
      key: 'decision_pause_days',
      kind: 'num',
      label: say('Days I wish to wait with big decisions', 'Días que quiero esperar con decisiones grandes'),
      hint: say('It is a wish. Nobody holds you to it.', 'Es un deseo. Nadie le obliga a cumplirlo.'),
      range: [0, 365],
      required: false,
    },
    {
      key: 'contact_24h',
      kind: 'line',
      label: say('Who checks in with me after 24 hours', 'Quién me llama a las 24 horas'),
      required: false,
    },
    {
      key: 'contact_72h',
      kind: 'line',
      label: say('Who checks in with me after 72 hours', 'Quién me llama a las 72 horas'),
      required: false,
    },
  ],
  cadence: { kind: 'once' },
  minutes: 30,
  privacy: 'P1',
  sharing: {
    kind: 'therapist',
    to: 'T_C',
    fields: [
      'plans.plan',
      'plans.transport',
      'plans.sleep_place',
      'plans.person_on_call',
      'plans.children_and_pets',
      'plans.work_cover',
      'plans.food',
      'code_word',
      'contact_24h',
      'contact_72h',
    ],
  },
  stages: [1],
  feeds: ['TS', 'PI'],
  completion: [{ kind: 'answers' }, { kind: 'therapist_confirms' }],
  lockedBy: [],
  avoid: [],
  notes: [
    say(
      'Your therapist reads this plan. If you agree, the couple therapist gets only the practical parts. Your partner does not see it.',
      'Su terapeuta lee este plan. Si usted acepta, su terapeuta de pareja recibe solo lo práctico. Su pareja no lo ve.',
    ),
  ],
};
