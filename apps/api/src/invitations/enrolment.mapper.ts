import type { EnrolmentView } from '@trellis/contracts';
import { consentTexts } from './consent-texts.js';

/** The parts of a person's own profile that this screen shows. */
interface EnrollingPerson {
  readonly name: string;
  readonly side: 'RP' | 'BP';
  readonly invited_by: string | null;
  readonly clinic_name: string;
  readonly phone: string;
  readonly partner_name: string | null;
  readonly therapist_name: string | null;
  readonly secrets_policy: EnrolmentView['secretsPolicy'];
}

export function toEnrolmentView(person: EnrollingPerson): EnrolmentView {
  return {
    name: person.name,
    side: person.side,
    invitedBy: person.invited_by ?? '',
    clinicName: person.clinic_name,
    clinicPhone: person.phone,
    partnerName: person.partner_name ?? '',
    therapistName: person.therapist_name ?? '',
    secretsPolicy: person.secrets_policy,
    consents: consentTexts.map(({ kind, version, required }) => ({ kind, version, required })),
  };
}
