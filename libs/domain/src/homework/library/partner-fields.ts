import { say } from '../../shared/localized.js';
import type { Field } from '../field.js';

type Ends = NonNullable<Field['ends']>;

/** Words at the ends of a distress scale from 0 to 10. */
export const calmToFlooded: Ends = [
  say('Still water', 'Agua en calma'),
  say('More than I can hold', 'Más de lo que puedo sostener'),
];

/** Words at the ends of a scale of strength from 0 to 10. */
export const noneToVeryStrong: Ends = [say('None', 'Nada'), say('Very strong', 'Muy fuerte')];
