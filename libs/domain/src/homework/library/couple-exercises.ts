import { c01 } from './c01.js';
import { c02 } from './c02.js';
import { c03 } from './c03.js';
import { c04 } from './c04.js';
import { c05 } from './c05.js';
import { c06 } from './c06.js';
import { c07 } from './c07.js';
import { c08 } from './c08.js';
import { c09 } from './c09.js';
import { c10 } from './c10.js';
import { c11 } from './c11.js';
import { c12 } from './c12.js';
import { c13 } from './c13.js';
import { c14 } from './c14.js';
import { c15 } from './c15.js';
import { c16 } from './c16.js';
import { c17 } from './c17.js';
import { c18 } from './c18.js';
import { c19 } from './c19.js';
import { c20 } from './c20.js';
import type { HomeworkTemplate } from '../template.js';

/** The exercises that both people do, in the order of their codes. */
export const coupleExercises: readonly HomeworkTemplate[] = [
  c01,
  c02,
  c03,
  c04,
  c05,
  c06,
  c07,
  c08,
  c09,
  c10,
  c11,
  c12,
  c13,
  c14,
  c15,
  c16,
  c17,
  c18,
  c19,
  c20,
];
