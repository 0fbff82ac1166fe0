import { say } from '../../shared/localized.js';
import { behaviorCategories } from './recovering-fields.js';
import { safeNow } from './shared-fields.js';
import type { Field } from '../field.js';

// Every field with words or details hangs on this answer: with 'could_be', nothing more is asked or taken.
const mayGoOn = { key: 'stop_check', is: ['no'] } as const;

const whatHappened: readonly Field[] = [
  {
    key: 'stop_check',
    kind: 'choice',
    step: 'facts',
    label: say(
      'Stop first: could this involve someone under 18, or a crime?',
      'Alto primero: ¿podría tratarse de alguien menor de 18 años o de un delito?',
    ),
    hint: say(
      'If it could, or if you are not sure: STOP WRITING and call your therapist. Put no details here. Your therapist must report certain risks and is told that you need a call.',
      'Si es posible, o si no lo sabe: DEJE DE ESCRIBIR y llame a su terapeuta. No ponga detalles aquí. Su terapeuta debe reportar ciertos riesgos y recibe aviso de que usted necesita una llamada.',
    ),
    required: true,
    options: [
      { value: 'no', label: say('No', 'No') },
      {
        value: 'could_be',
        label: say('Yes or not sure: I stop and call', 'Sí o no sé: dejo de escribir y llamo'),
      },
    ],
  },
  {
    key: 'slip_at',
    kind: 'dt',
    step: 'facts',
    label: say('When was it?', '¿Cuándo fue?'),
    required: true,
    askedWhen: mayGoOn,
  },
  {
    key: 'kind',
    kind: 'choice',
    step: 'facts',
    label: say('What was it?', '¿Qué fue?'),
    required: true,
    askedWhen: mayGoOn,
    options: [
      { value: 'near_slip', label: say('A near-slip', 'Casi un tropiezo') },
      { value: 'slip', label: say('A slip', 'Un tropiezo') },
      { value: 'longer_episode', label: say('A longer episode', 'Un episodio más largo') },
    ],
  },
  {
    key: 'category',
    kind: 'choice',
    step: 'facts',
    label: say('What kind?', '¿De qué tipo?'),
    hint: say('The kind is enough. No details.', 'Basta con el tipo. Sin detalles.'),
    required: true,
    askedWhen: mayGoOn,
    options: behaviorCategories,
  },
  {
    key: 'real_person',
    kind: 'bool',
    step: 'facts',
    label: say('Was there contact with a real person?', '¿Hubo contacto con una persona real?'),
    required: true,
    askedWhen: mayGoOn,
  },
  {
    key: 'health_risk',
    kind: 'bool',
    step: 'facts',
    label: say('Is there a risk to health?', '¿Hay un riesgo para la salud?'),
    required: true,
    askedWhen: mayGoOn,
  },
];

const supportTold: readonly Field[] = [
  {
    key: 'therapist_told_at',
    kind: 'dt',
    step: 'support',
    label: say('I told my therapist on', 'Le conté a mi terapeuta el'),
    required: false,
  },
  {
    key: 'accountability_told_at',
    kind: 'dt',
    step: 'support',
    label: say('I told the person I answer to on', 'Le conté a quien me acompaña en esto el'),
    required: false,
    askedWhen: mayGoOn,
  },
];

const partnerTold: readonly Field[] = [
  {
    key: 'partner_told',
    kind: 'choice',
    step: 'partner',
    label: say('Does my partner know?', '¿Lo sabe mi pareja?'),
    required: true,
    askedWhen: mayGoOn,
    options: [
      { value: 'not_yet', label: say('Not yet', 'Todavía no') },
      { value: 'planned', label: say('Planned, with my therapist', 'Está previsto, con mi terapeuta') },
      { value: 'told', label: say('I told my partner', 'Se lo conté') },
      { value: 'found_out', label: say('My partner found out', 'Mi pareja lo descubrió') },
      {
        value: 'agreed_not_to_tell',
        label: say('Our agreement says not to tell this level', 'Nuestro acuerdo dice no contar este nivel'),
      },
    ],
  },
  {
    key: 'partner_planned_at',
    kind: 'dt',
    step: 'partner',
    label: say('Planned for', 'Previsto para'),
    required: true,
    askedWhen: { key: 'partner_told', is: ['planned'] },
  },
  {
    key: 'partner_told_at',
    kind: 'dt',
    step: 'partner',
    label: say('Told on', 'Contado el'),
    required: true,
    askedWhen: { key: 'partner_told', is: ['told'] },
  },
  {
    key: 'partner_found_out_at',
    kind: 'dt',
    step: 'partner',
    label: say('Found out on', 'Descubierto el'),
    required: true,
    askedWhen: { key: 'partner_told', is: ['found_out'] },
  },
];

const script: readonly Field[] = [
  {
    key: 'script_when',
    kind: 'line',
    step: 'script',
    label: say('I crossed our boundary on …', 'Crucé nuestro límite el …'),
    hint: say(
      'The whole message: "I crossed our boundary on __. It was __. I am telling you because we agreed to. You do not have to respond now. My next steps are __."',
      'El mensaje completo: «Crucé nuestro límite el __. Fue __. Se lo digo porque así lo acordamos. No tiene que responder ahora. Mis próximos pasos son __.»',
    ),
    required: false,
    askedWhen: mayGoOn,
  },
  {
    key: 'script_category',
    kind: 'choice',
    step: 'script',
    label: say('It was … (the kind only)', 'Fue … (solo el tipo)'),
    required: false,
    askedWhen: mayGoOn,
    options: behaviorCategories,
  },
  {
    key: 'script_next_steps',
    kind: 'line',
    step: 'script',
    label: say('My next steps are …', 'Mis próximos pasos son …'),
    required: false,
    askedWhen: mayGoOn,
  },
];

const repair: readonly Field[] = [
  {
    key: 'repair_steps',
    kind: 'list',
    step: 'repair',
    label: say('Steps to repair', 'Pasos para reparar'),
    required: false,
    askedWhen: mayGoOn,
    rows: [{ key: 'repair_step', kind: 'line', label: say('One step', 'Un paso'), required: true }],
  },
];

/** The fields of the six steps, in order. */
export const slipFields: readonly Field[] = [
  { ...safeNow, required: true, step: 'safe' },
  ...whatHappened,
  ...supportTold,
  ...partnerTold,
  ...script,
  ...repair,
];
