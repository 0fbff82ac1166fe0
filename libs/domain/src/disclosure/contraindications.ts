import { say, type LocalizedText } from '../shared/localized.js';
import type { HoldReason } from './events.js';

/**
 * `hard` stops the process while present; `soft` asks for a documented talk. `hard_until_counsel` is hard until the
 * person has taken legal advice, and soft afterwards (FTD-06, FTD-17, clinical brief 1.5).
 */
export type ContraindicationLevel = 'hard' | 'soft' | 'hard_until_counsel';

/** What a finding brings about. A hold names its reason class. */
export type ContraindicationEffect =
  | Readonly<{ kind: 'hold'; reason: HoldReason }>
  | Readonly<{ kind: 'postpone_today' | 'back_to_preparing' | 'decline' | FindingBlock }>;

export const findingBlocks = [
  'block_sensitive_writing',
  'record_keeping_warning',
  'reporting_notice',
  'documented_purpose',
  'timing_note',
  'block_ready',
] as const;
export type FindingBlock = (typeof findingBlocks)[number];

export type Contraindication = Readonly<{
  id: ContraindicationId;
  level: ContraindicationLevel;
  effects: readonly ContraindicationEffect[];
  label: LocalizedText;
}>;

export const contraindicationIds = [
  'acute_risk_to_self',
  'acute_risk_to_other',
  'violence_or_fear',
  'substance_crisis',
  'slip_or_concealment',
  'acute_mental_state',
  'legal_exposure',
  'not_wanted_or_coerced',
  'separation_decided',
  'life_event',
  'no_separate_support',
] as const;
export type ContraindicationId = (typeof contraindicationIds)[number];

const holdForRisk: ContraindicationEffect = { kind: 'hold', reason: 'clinical_risk' };
const holdForSafety: ContraindicationEffect = { kind: 'hold', reason: 'safety' };

/** Each is judged for each person alone. */
export const contraindications: readonly Contraindication[] = [
  {
    id: 'acute_risk_to_self',
    level: 'hard',
    effects: [holdForRisk],
    label: say('Acute risk to self', 'Riesgo agudo para sí'),
  },
  {
    id: 'acute_risk_to_other',
    level: 'hard',
    effects: [holdForRisk],
    label: say('Acute risk to another person', 'Riesgo agudo para otra persona'),
  },
  {
    id: 'violence_or_fear',
    level: 'hard',
    effects: [holdForSafety],
    label: say('Violence, fear, control or threat', 'Violencia, miedo, control o amenaza'),
  },
  {
    id: 'substance_crisis',
    level: 'hard',
    effects: [{ kind: 'postpone_today' }],
    label: say('Unstable substance use or withdrawal', 'Consumo o abstinencia inestable'),
  },
  {
    id: 'slip_or_concealment',
    level: 'hard',
    effects: [{ kind: 'back_to_preparing' }],
    label: say('Ongoing behavior or concealed relationship', 'Conducta en curso o relación oculta'),
  },
  {
    id: 'acute_mental_state',
    level: 'hard',
    effects: [holdForRisk],
    label: say('Acute or unstable illness', 'Enfermedad aguda o inestable'),
  },
  {
    id: 'legal_exposure',
    level: 'hard_until_counsel',
    effects: [
      { kind: 'block_sensitive_writing' },
      { kind: 'record_keeping_warning' },
      { kind: 'reporting_notice' },
    ],
    label: say('Legal exposure without advice yet', 'Riesgo legal aún sin asesoría'),
  },
  {
    id: 'not_wanted_or_coerced',
    level: 'hard',
    effects: [{ kind: 'decline' }],
    label: say('Not wanted, or wanted under pressure', 'No se desea, o se desea bajo presión'),
  },
  {
    id: 'separation_decided',
    level: 'soft',
    effects: [{ kind: 'documented_purpose' }],
    label: say('Separation is decided', 'La separación está decidida'),
  },
  {
    id: 'life_event',
    level: 'soft',
    effects: [{ kind: 'timing_note' }],
    label: say('Birth, loss or serious illness', 'Nacimiento, pérdida o enfermedad grave'),
  },
  {
    id: 'no_separate_support',
    level: 'soft',
    effects: [{ kind: 'block_ready' }],
    label: say('Partner has no support of their own', 'La pareja no tiene apoyo propio'),
  },
];

/** The ids that must be found absent, or advised, for each person before preparing begins. */
export const hardContraindicationIds: readonly ContraindicationId[] = contraindications
  .filter(({ level }) => level !== 'soft')
  .map(({ id }) => id);
