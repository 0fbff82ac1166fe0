import { say, type LocalizedText } from '../../shared/localized.js';
import type { Field, FieldOption } from '../field.js';

/** Twelve words for feelings, used by both daily check-ins. Spanish words carry no gender. */
export const feelings: readonly FieldOption[] = [
  { value: 'sad', label: say('sad', 'tristeza') },
  { value: 'angry', label: say('angry', 'enojo') },
  { value: 'numb', label: say('numb', 'sin sentir nada') },
  { value: 'scared', label: say('scared', 'miedo') },
  { value: 'tired', label: say('tired', 'cansancio') },
  { value: 'calm', label: say('calm', 'calma') },
  { value: 'lonely', label: say('lonely', 'soledad') },
  { value: 'hopeful', label: say('hopeful', 'esperanza') },
  { value: 'tense', label: say('tense', 'tensión') },
  { value: 'ashamed', label: say('ashamed', 'vergüenza') },
  { value: 'unsure', label: say('unsure', 'dudas') },
  { value: 'relieved', label: say('relieved', 'alivio') },
];

/** The question about one's own safety. 'No' and 'not sure' reach the author's own therapist. */
export const safeNow: Field = {
  key: 'safe_now',
  kind: 'risk',
  label: say('Am I safe?', '¿Estoy a salvo?'),
  hint: say(
    'Your therapist reads this in working hours, not at once. If you need someone now, tap Help.',
    'Su terapeuta lo lee en horario de trabajo, no al instante. Si necesita a alguien ahora, toque Ayuda.',
  ),
  required: false,
  options: [
    { value: 'yes', label: say('Yes', 'Sí') },
    { value: 'unsure', label: say('Not sure', 'No sé'), risk: 'alarm' },
    { value: 'no', label: say('No', 'No'), risk: 'alarm' },
  ],
};

/** Words at the two ends of a scale from 0 to 4. */
export const notAtAllToFully: readonly [LocalizedText, LocalizedText] = [
  say('Not at all', 'Nada'),
  say('Fully', 'Por completo'),
];
