import { say, type LocalizedText } from '../shared/localized.js';

/** `hard` stops the process while present; `soft` asks for a documented talk (FTD-06, clinical brief 1.5). */
export type Contraindication = Readonly<{
  id: ContraindicationId;
  level: 'hard' | 'soft';
  label: LocalizedText;
}>;

export const contraindicationIds = [
  'acute_risk_to_self',
  'acute_risk_to_other',
  'violence_or_fear',
  'substance_crisis',
  'slip_or_concealment',
  'acute_mental_state',
  'legal_exposure_unadvised',
  'not_wanted_or_coerced',
  'separation_decided',
  'life_event',
  'no_separate_support',
] as const;
export type ContraindicationId = (typeof contraindicationIds)[number];

function entry(id: ContraindicationId, level: 'hard' | 'soft', en: string, es: string): Contraindication {
  return { id, level, label: say(en, es) };
}

export const contraindications: readonly Contraindication[] = [
  entry('acute_risk_to_self', 'hard', 'Acute risk to self', 'Riesgo agudo para sí'),
  entry('acute_risk_to_other', 'hard', 'Acute risk to another person', 'Riesgo agudo para otra persona'),
  entry(
    'violence_or_fear',
    'hard',
    'Violence, fear, control or threat',
    'Violencia, miedo, control o amenaza',
  ),
  entry(
    'substance_crisis',
    'hard',
    'Unstable substance use or withdrawal',
    'Consumo o abstinencia inestable',
  ),
  entry(
    'slip_or_concealment',
    'hard',
    'Ongoing behavior or concealed relationship',
    'Conducta en curso o relación oculta',
  ),
  entry('acute_mental_state', 'hard', 'Acute or unstable illness', 'Enfermedad aguda o inestable'),
  entry(
    'legal_exposure_unadvised',
    'hard',
    'Legal exposure without advice yet',
    'Riesgo legal aún sin asesoría',
  ),
  entry(
    'not_wanted_or_coerced',
    'hard',
    'Not wanted, or wanted under pressure',
    'No se desea, o se desea bajo presión',
  ),
  entry('separation_decided', 'soft', 'Separation is decided', 'La separación está decidida'),
  entry('life_event', 'soft', 'Birth, loss or serious illness', 'Nacimiento, pérdida o enfermedad grave'),
  entry(
    'no_separate_support',
    'soft',
    'Partner has no support of their own',
    'La pareja no tiene apoyo propio',
  ),
];

/** The ids that must be found absent for each person before preparing begins. */
export const hardContraindicationIds: readonly ContraindicationId[] = contraindications
  .filter((c) => c.level === 'hard')
  .map((c) => c.id);
