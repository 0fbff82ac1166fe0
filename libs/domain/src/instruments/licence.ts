import type { StaffId } from '../shared/ids.js';
import type { Instrument, LicenceStatus } from './instrument.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';

/** Who says that the clinic may use the instrument, when, and by what licence or permission. */
export type LicenceAttestation = Readonly<{ by: StaffId; at: Date; licenceReference: string | null }>;

/** Whatever is not known to be free needs its copyright text and a reference (INST-04, INST-05). */
export function needsLicence(status: LicenceStatus): boolean {
  return status !== 'free';
}

type Upload = Readonly<{ copyright: string | null; attestation: LicenceAttestation | null; now: Date }>;

/**
 * What is missing before the upload may be used. An attestation is asked for every instrument (INST-05); an empty
 * copyright text blocks those that are not free (INST-04).
 */
export function licenceProblems(
  { licence }: Pick<Instrument, 'licence'>,
  { copyright, attestation, now }: Upload,
): readonly InstrumentProblem[] {
  const strict = needsLicence(licence);
  const reference = attestation?.licenceReference?.trim() ?? '';
  return [
    ...(strict && (copyright ?? '').trim() === '' ? [instrumentProblem('copyright_missing')] : []),
    ...(attestation === null ? [instrumentProblem('attestation_missing')] : []),
    ...(attestation !== null && strict && reference === ''
      ? [instrumentProblem('licence_reference_missing')]
      : []),
    // written so that a date that cannot be read is refused as well
    ...(attestation !== null && !(attestation.at.getTime() <= now.getTime())
      ? [instrumentProblem('attested_later')]
      : []),
  ];
}
