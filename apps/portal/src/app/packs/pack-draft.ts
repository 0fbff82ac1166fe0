import type { KeepPackRequest, PackView } from '@trellis/contracts';
import { pairedWith } from '@trellis/domain';

/** A pack as it stands on the page, saved or not. */
export interface PackDraft {
  readonly name: string;
  readonly stage: 1 | 2 | 3 | null;
  readonly exercises: readonly { readonly code: string; readonly then: boolean }[];
}

export const mostExercises = 20;
export const emptyPack: PackDraft = { name: '', stage: null, exercises: [] };

/** The pack as it stands at the clinic. */
export function draftOf({ versions }: PackView): PackDraft {
  const [newest] = versions;
  return newest === undefined
    ? emptyPack
    : { name: newest.name, stage: newest.stage, exercises: newest.exercises };
}

/** With an exercise more; what the other person does beside it comes along, and can be taken out again. */
export function withExercise(draft: PackDraft, code: string, knows: (code: string) => boolean): PackDraft {
  const pair = pairedWith(code);
  const wanted = pair !== null && knows(pair) ? [code, pair] : [code];
  const has = (one: string): boolean => draft.exercises.some((packed) => packed.code === one);
  const added = wanted.filter((one) => !has(one)).map((one) => ({ code: one, then: false }));
  return { ...draft, exercises: [...draft.exercises, ...added].slice(0, mostExercises) };
}

export function withoutExercise(draft: PackDraft, code: string): PackDraft {
  return { ...draft, exercises: draft.exercises.filter((one) => one.code !== code) };
}

/** Whether an exercise waits until the others are in place. */
export function waiting(draft: PackDraft, code: string, then: boolean): PackDraft {
  return {
    ...draft,
    exercises: draft.exercises.map((one) => (one.code === code ? { ...one, then } : one)),
  };
}

export function toRequest({ name, stage, exercises }: PackDraft): KeepPackRequest {
  return {
    name: name.trim(),
    ...(stage === null ? {} : { stage }),
    exercises: exercises.map(({ code, then }) => (then ? { code, then } : { code })),
  };
}

export function sameDraft(one: PackDraft, other: PackDraft): boolean {
  return JSON.stringify(toRequest(one)) === JSON.stringify(toRequest(other));
}
