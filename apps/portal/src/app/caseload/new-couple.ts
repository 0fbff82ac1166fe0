import type { AddCoupleRequest, CareTeamEntryRequest } from '@trellis/contracts';

export const sides = ['RP', 'JOINT', 'BP'] as const;
export const policies = ['NO_SECRETS', 'LIMITED', 'INDIVIDUAL_CONFIDENTIAL'] as const;
type Policy = (typeof policies)[number];

export interface NewPerson {
  readonly name: string;
  readonly pronouns: string;
  readonly language: 'en' | 'es';
}

/** The form as it stands; '' is "not chosen yet". Nothing clinical is chosen beforehand. */
export interface NewCouple {
  readonly name: string;
  readonly recoveringPerson: NewPerson;
  readonly partner: NewPerson;
  readonly timeZone: string;
  readonly secretsPolicy: Policy | '';
  /** Staff id per side. */
  readonly team: { readonly RP: string; readonly JOINT: string; readonly BP: string };
}

/** An empty form in the clinic's time zone and the language on screen. */
export function emptyCouple(timeZone: string, language: 'en' | 'es'): NewCouple {
  const person: NewPerson = { name: '', pronouns: '', language };
  return {
    name: '',
    recoveringPerson: person,
    partner: person,
    timeZone,
    secretsPolicy: '',
    team: { RP: '', JOINT: '', BP: '' },
  };
}

/** What is sent, or null while no policy is chosen. Blanks around names are dropped. */
export function requestOf(couple: NewCouple): AddCoupleRequest | null {
  const { secretsPolicy, team, timeZone } = couple;
  if (secretsPolicy === '') return null;
  return {
    name: couple.name.trim(),
    recoveringPerson: trimmed(couple.recoveringPerson),
    partner: trimmed(couple.partner),
    timeZone,
    secretsPolicy,
    careTeam: sides.map((side): CareTeamEntryRequest => ({ staffId: team[side], side })),
  };
}

function trimmed({ name, pronouns, language }: NewPerson): NewPerson {
  return { name: name.trim(), pronouns: pronouns.trim(), language };
}

/** A form kept as text, or null when the text is none. */
export function coupleFromText(text: string): NewCouple | null {
  if (text === '') return null;
  const kept: NewCouple = JSON.parse(text) as NewCouple;
  return kept;
}
