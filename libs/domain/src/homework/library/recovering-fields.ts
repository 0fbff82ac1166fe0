import { say } from '../../shared/localized.js';
import type { FieldOption } from '../field.js';

/** Kinds of behavior without any detail, for the inventory, the disclosure document and the slip protocol. */
export const behaviorCategories: readonly FieldOption[] = [
  { value: 'pornography', label: say('Pornography', 'Pornografía') },
  { value: 'live_or_chat', label: say('Live or chat contact online', 'Contacto en vivo o por chat') },
  { value: 'dating_apps', label: say('Dating apps or sites', 'Aplicaciones o sitios de citas') },
  { value: 'paid', label: say('Paid sex or paid contact', 'Sexo o contacto pagado') },
  { value: 'in_person', label: say('Contact in person', 'Contacto en persona') },
  { value: 'alone', label: say('Something alone, outside our agreement', 'Algo a solas, fuera del acuerdo') },
  { value: 'other', label: say('Something else', 'Otra cosa') },
];

/** How often, roughly: a range is enough, and 'not sure' is an answer. */
export const roughFrequency: readonly FieldOption[] = [
  { value: 'once', label: say('Once', 'Una vez') },
  { value: 'few_times', label: say('A few times', 'Pocas veces') },
  { value: 'monthly', label: say('Most months', 'Casi todos los meses') },
  { value: 'weekly', label: say('Most weeks', 'Casi todas las semanas') },
  { value: 'daily', label: say('Most days', 'Casi todos los días') },
  { value: 'not_sure', label: say('Not sure', 'No sé') },
];
