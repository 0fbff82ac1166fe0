import { addDays, type LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';
import { accessSettings } from './access-settings.js';

/** What the couple therapist does with what one person tells alone. Signed by both, by version. */
export const secretsPolicies = ['NO_SECRETS', 'LIMITED', 'INDIVIDUAL_CONFIDENTIAL'] as const;
export type SecretsPolicy = (typeof secretsPolicies)[number];

/** What never reaches the other partner, under any policy and by any release (ACCESS-16). */
export const safetyTags = ['partner_violence', 'harm_to_children', 'self_harm'] as const;
export type SafetyTag = (typeof safetyTags)[number];

/** What a therapist may tag as undermining joint work (ACCESS-22). */
export const underminingTags = [
  'ongoing_affair',
  'acting_out',
  'sti_risk',
  'violence',
  'planned_separation',
  'finances',
] as const;
export type UnderminingTag = (typeof underminingTags)[number];

/**
 * Formal disclosure is prepared only where one therapist may know more for a while; an unsigned policy is none
 * (ACCESS-20).
 */
export function allowsDisclosure(policy: SecretsPolicy | null): boolean {
  return policy === 'LIMITED' || policy === 'INDIVIDUAL_CONFIDENTIAL';
}

/**
 * Behind strict walls a release to the other side's therapist also needs the signed release of information. An
 * unsigned policy counts as strict (ACCESS-15).
 */
export function hasStrictWalls(policy: SecretsPolicy | null): boolean {
  return policy === 'INDIVIDUAL_CONFIDENTIAL' || policy === null;
}

/** Shown to the author above anything that is theirs and their therapist's, or null without such a rule (ACCESS-21). */
export function policyHint(policy: SecretsPolicy | null): LocalizedText | null {
  return policy === 'NO_SECRETS' ? judgementHint : null;
}

const judgementHint = say(
  'Your couple therapist may use judgement about what comes into joint work. Nothing is passed on by itself.',
  'Su terapeuta de pareja puede decidir con criterio qué se lleva al trabajo conjunto. Nada se transmite por sí solo.',
);

/**
 * A task that a tag makes for the couple therapist. It carries neither words nor the tag; `help_disclose_or_refer`
 * becomes `refer` for violence, since helping to tell could do harm.
 */
export type PolicyTask = Readonly<{
  task: 'help_disclose_or_refer' | 'refer' | 'help_disclose' | 'pause_or_end_joint_work';
  dueOn: LocalDate | null;
}>;

export type TaggedSecret = Readonly<{
  tag: UnderminingTag;
  taggedOn: LocalDate;
  /** Told to the other, or no longer so. */
  resolved: boolean;
}>;

/**
 * What the couple therapist has to do about a tagged secret on a local day (ACCESS-22, ACCESS-23). LIMITED: help to
 * disclose, or refer. NO_SECRETS: help to disclose until the last day of the window, from the next day on pause or
 * end joint work. INDIVIDUAL_CONFIDENTIAL and an unsigned policy: nothing crosses. The system itself tells nobody.
 */
export function policyTask(
  policy: SecretsPolicy | null,
  { tag, taggedOn, resolved }: TaggedSecret,
  today: LocalDate,
  windowDays: number = accessSettings.secretWindowDays.standard,
): PolicyTask | null {
  if (resolved || policy === null || policy === 'INDIVIDUAL_CONFIDENTIAL') return null;
  if (tag === 'violence') return { task: 'refer', dueOn: null };
  if (policy === 'LIMITED') return { task: 'help_disclose_or_refer', dueOn: null };
  const dueOn = addDays(taggedOn, windowDays);
  return { task: today <= dueOn ? 'help_disclose' : 'pause_or_end_joint_work', dueOn };
}
