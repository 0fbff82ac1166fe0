import type { Track } from '../access/roles.js';
import type { Stage } from '../stages/stage.js';
import type { ExercisePlan, PlannedExercise } from './plans.js';

/** One exercise of a pack. `then` comes once the others are in place, as in the default plans. */
export type PackedExercise = Readonly<{ code: string; then?: true }>;

/** What a clinic gives together: of one person, the other, or both (HW-83). */
export type PackContent = Readonly<{
  /** As the clinic calls it, in its own language. */
  name: string;
  /** The stage for which it is meant; null for any. */
  stage: Stage | null;
  exercises: readonly PackedExercise[];
}>;

const prefix = 'pack_';
const packKeyForm = /^pack_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The key under which the pack of that id stands among the plans. */
export function packKeyOf(id: string): string {
  return prefix + id.replaceAll('-', '');
}

/** The id of the pack with that key; null for the key of any other plan. */
export function packIdOf(key: string): string | null {
  const parts = packKeyForm.exec(key);
  return parts === null ? null : parts.slice(1).join('-');
}

/** Whose exercise it is: R of the recovering person, B of the partner, C of both (HW-83). */
export function laneOfCode(code: string): Track | 'JOINT' {
  if (code.startsWith('R')) return 'RP';
  return code.startsWith('B') ? 'BP' : 'JOINT';
}

/** The pack as a plan that is looked at and given like the default ones (HW-21, HW-83). */
export function planOfPack(id: string, { name, stage, exercises }: PackContent): ExercisePlan {
  const of = (lane: Track | 'JOINT'): readonly PlannedExercise[] =>
    exercises.filter(({ code }) => laneOfCode(code) === lane);
  return {
    key: packKeyOf(id),
    title: { en: name, es: name },
    stage,
    exercises: { RP: of('RP'), BP: of('BP'), JOINT: of('JOINT') },
  };
}

/** Whether two versions of a pack would give the same under the same name. */
export function samePack(one: PackContent, other: PackContent): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ name, stage, exercises }: PackContent): string {
  return JSON.stringify([name, stage, exercises.map(({ code, then }) => [code, then === true])]);
}
