import { r01 } from './r01.js';
import { r02 } from './r02.js';
import { r03 } from './r03.js';
import { r04 } from './r04.js';
import { r05 } from './r05.js';
import { r06 } from './r06.js';
import { r07 } from './r07.js';
import { r08 } from './r08.js';
import { r09 } from './r09.js';
import { r10 } from './r10.js';
import { r11 } from './r11.js';
import { r12 } from './r12.js';
import { r13 } from './r13.js';
import { r14 } from './r14.js';
import { r15 } from './r15.js';
import { r16 } from './r16.js';
import { r17 } from './r17.js';
import type { HomeworkTemplate } from '../template.js';

/** The seventeen exercises of the recovering person's track, in order of their codes (clinical brief 3.1). */
export const recoveringExercises: readonly HomeworkTemplate[] = [
  r01,
  r02,
  r03,
  r04,
  r05,
  r06,
  r07,
  r08,
  r09,
  r10,
  r11,
  r12,
  r13,
  r14,
  r15,
  r16,
  r17,
];
