import type { Compartment } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import type { LocalizedText } from '../shared/localized.js';
import type { GateSettingValues } from './gate-settings.js';

/** Who can bring a criterion about, or sign. */
export const gateActors = ['T_RP', 'T_BP', 'T_C', 'RP', 'BP'] as const;
export type GateActor = (typeof gateActors)[number];

/** Numbers, days and ids only, never a word that a person wrote. */
export type GateEvidence = Readonly<Record<string, string | number>>;
export type GateJudgement = Readonly<{ met: boolean; evidence: GateEvidence }>;

export type GateContext = Readonly<{ today: LocalDate; settings: GateSettingValues }>;
export type GateJudge<Facts> = (facts: Facts, context: GateContext) => GateJudgement;

/** HARD criteria must all be met; of SOFT ones enough, or they advise only (GATE-01). */
export type GateLevel = 'hard' | 'soft';

/** `item` is the number within its level: an item that asks about each person has a criterion for each. */
export type GateCriterion<Facts> = Readonly<{
  id: string;
  item: number;
  level: GateLevel;
  side: Compartment;
  who: readonly GateActor[];
  whatWouldMeetIt: LocalizedText;
  judge: GateJudge<Facts>;
}>;

/** What the judgement of one criterion came to. */
export type GateFinding = Readonly<{
  criterion: string;
  item: number;
  level: GateLevel;
  met: boolean;
  evidence: GateEvidence;
  side: Compartment;
  whatWouldMeetIt: LocalizedText;
  who: readonly GateActor[];
}>;
