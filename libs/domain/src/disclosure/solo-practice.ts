import { say } from '../shared/localized.js';
import type { DisclosureSnapshot } from './snapshot.js';

/** Shown permanently, to everyone in the process, where one clinician holds both sides (FTD-18). */
export const soloNotice = say(
  'A single clinician holds both sides here. A second clinician is consulted before readiness is signed.',
  'Una sola persona profesional atiende ambos lados. Antes de firmar la preparación se consulta a otra.',
);

/** True where the notice stands: one clinician for both sides, or the same hand under both signatures. */
export function soloNoticeShown({ singleClinician, readinessSigned }: DisclosureSnapshot): boolean {
  const { RP, BP } = readinessSigned;
  return singleClinician === true || (RP !== null && RP.by === BP?.by);
}
