/**
 * What a clinician can put on record for the gates between stages: on which sides, with which outcomes, and with how
 * many numbers in which range. Values without decorators, so that a form can be built from the same list.
 */
export interface GateFactKind {
  readonly sides: readonly ('RP' | 'BP' | 'JOINT')[];
  readonly outcomes: readonly string[];
  readonly amounts?: { readonly most: number; readonly from: number; readonly to: number };
  /** Asks for the day of an earlier measure as well. */
  readonly compared?: true;
  /** Asks for a written note. */
  readonly noted?: true;
}

const each = ['RP', 'BP'] as const;
const joint = ['JOINT'] as const;

export const gateFactKinds = {
  safety_statement: { sides: each, outcomes: ['none_known', 'concern'], noted: true },
  violence_screen: { sides: each, outcomes: ['negative', 'positive'] },
  risk_screen: { sides: each, outcomes: ['none_acute', 'acute'] },
  fear_resolved: { sides: each, outcomes: ['resolved'], noted: true },
  route_note: { sides: joint, outcomes: ['go_on_without'], noted: true },
  material: { sides: ['RP'], outcomes: ['nothing_untold', 'something_untold'] },
  accountability: { sides: ['RP'], outcomes: ['in_use', 'ended'] },
  time_out_test: { sides: joint, outcomes: ['tried'] },
  own_support: { sides: ['BP'], outcomes: ['in_place', 'missing'] },
  grounding_drops: { sides: ['BP'], outcomes: ['measured'], amounts: { most: 12, from: -10, to: 10 } },
  sleep_nights: { sides: each, outcomes: ['counted'], amounts: { most: 1, from: 0, to: 7 } },
  purpose: { sides: each, outcomes: ['named', 'not_yet'] },
  symptom_course: { sides: ['BP'], outcomes: ['not_worse', 'reliably_worse'], compared: true },
  touch_distress: { sides: ['BP'], outcomes: ['none', 'present'] },
  stop_rehearsal: { sides: each, outcomes: ['rehearsed'] },
  honored_no: { sides: each, outcomes: ['honored'] },
  dialogue: { sides: joint, outcomes: ['completed'] },
  felt_heard: { sides: each, outcomes: ['rated'], amounts: { most: 1, from: 0, to: 4 } },
  health_information: { sides: joint, outcomes: ['acted_upon', 'not_relevant', 'open'] },
  pain_referral: { sides: joint, outcomes: ['referred', 'none_known', 'open'] },
  talked_alone: { sides: each, outcomes: ['free', 'not_free'] },
  substances: { sides: each, outcomes: ['free_of', 'used'] },
  touch_agreement: { sides: each, outcomes: ['signed', 'ended'] },
  affection: { sides: each, outcomes: ['comfortable', 'not_yet'] },
  differences: { sides: joint, outcomes: ['talked', 'open'] },
  pause_talk: { sides: each, outcomes: ['held'] },
} as const satisfies Readonly<Record<string, GateFactKind>>;

export type GateFactKindName = keyof typeof gateFactKinds;
export const gateFactNames = Object.keys(gateFactKinds) as GateFactKindName[];
