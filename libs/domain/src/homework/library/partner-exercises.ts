import { b01 } from './b01.js';
import { b02 } from './b02.js';
import { b03 } from './b03.js';
import { b04 } from './b04.js';
import { b05 } from './b05.js';
import { b06 } from './b06.js';
import { b07 } from './b07.js';
import { b08 } from './b08.js';
import { b09 } from './b09.js';
import { b10 } from './b10.js';
import { b11 } from './b11.js';
import { b12 } from './b12.js';
import { b13 } from './b13.js';
import { b14 } from './b14.js';
import { b15 } from './b15.js';
import { b16 } from './b16.js';
import { b17 } from './b17.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * The seventeen exercises of the partner, in the order of their codes. They are for the author and the author's own
 * therapist: whether they were done is never told to the recovering person, nor shown in a view of the couple (HW-51).
 */
export const partnerExercises: readonly HomeworkTemplate[] = [
  b01,
  b02,
  b03,
  b04,
  b05,
  b06,
  b07,
  b08,
  b09,
  b10,
  b11,
  b12,
  b13,
  b14,
  b15,
  b16,
  b17,
];
