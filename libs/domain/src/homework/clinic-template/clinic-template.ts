import type { LocalizedText } from '../../shared/localized.js';
import type { Stage } from '../../stages/stage.js';
import type { Cadence } from '../cadence.js';
import type { CompletionRule } from '../completion-rule.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate, PredictorCode, Sharing } from '../template.js';

/** Whose exercise it is. What two people do together stays with the library, which knows its locks. */
export const clinicTracks = ['R', 'B'] as const;
export type ClinicTrack = (typeof clinicTracks)[number];

/** P0 for the author alone, P1 for the author and their own therapist (LIB-03). */
export const clinicPrivacies = ['P0', 'P1'] as const;
export type ClinicPrivacy = (typeof clinicPrivacies)[number];

export const clinicRuleKinds = ['answers', 'rows', 'per_week'] as const;
export type ClinicRule = Extract<CompletionRule, { kind: (typeof clinicRuleKinds)[number] }>;
export type ClinicSharing = Extract<Sharing, { kind: 'none' | 'partner' }>;
export type ClinicCadence = Exclude<Cadence, { kind: 'after' }>;

/** What a clinic writes of its own exercise; code, track and version are given by the library (LIB-01). */
export type ClinicTemplate = Readonly<{
  title: LocalizedText;
  purpose: LocalizedText;
  fields: readonly Field[];
  cadence: ClinicCadence;
  minutes: number;
  privacy: ClinicPrivacy;
  sharing: ClinicSharing;
  stages: readonly Stage[];
  feeds: readonly PredictorCode[];
  completion: readonly ClinicRule[];
  /** For the therapist: when not to use it. */
  avoid: readonly LocalizedText[];
  /** For the author, before the first question. */
  notes: readonly LocalizedText[];
}>;

/** How large an exercise may be (LIB-02); lengths in characters. */
export const clinicTemplateLimits = {
  fields: 60,
  columns: 12,
  options: 50,
  sentences: 6,
  title: 120,
  label: 400,
  passage: 800,
  minutes: 60,
} as const;

/** An exercise with one empty question, as the builder begins. */
export const emptyClinicTemplate: ClinicTemplate = {
  title: { en: '', es: '' },
  purpose: { en: '', es: '' },
  fields: [{ key: 'q1', kind: 'text', label: { en: '', es: '' }, required: true }],
  cadence: { kind: 'once' },
  minutes: 15,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: [],
  completion: [{ kind: 'answers' }],
  avoid: [],
  notes: [],
};

/** Code of a clinic's own exercise: the letter of its track, X, and a number of the clinic from 1 (LIB-01). */
export function clinicCode(track: ClinicTrack, number: number): string {
  return `${track}X${String(number).padStart(2, '0')}`;
}

export const clinicCodeForm = /^[RB]X[0-9]{2,3}$/;

/**
 * The clinic's text as an exercise like those of the library. A sentence that has no Spanish yet is shown in English
 * rather than left out (LIB-05).
 */
export function asExercise(
  { code, version }: Readonly<{ code: string; version: number }>,
  template: ClinicTemplate,
): HomeworkTemplate {
  const track: ClinicTrack = code.startsWith('B') ? 'B' : 'R';
  const { notes, ...rest } = inBothLanguages(template) as ClinicTemplate;
  return { code, version, track, ...rest, ...(notes.length === 0 ? {} : { notes }), lockedBy: [] };
}

function inBothLanguages(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inBothLanguages);
  if (typeof part !== 'object' || part === null) return part;
  if ('en' in part && 'es' in part) {
    const { en, es } = part as LocalizedText;
    return { en, es: es.trim() === '' ? en : es };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inBothLanguages(value)]));
}
