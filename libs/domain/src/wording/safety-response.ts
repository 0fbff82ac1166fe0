import type { Privacy } from '../access/roles.js';
import { say, type LocalizedText } from '../shared/localized.js';

/** Whether the person agreed at onboarding that words of their own diary may alert their therapist. */
export type DiaryAlertConsent = 'given' | 'not_given' | 'unknown';

/** Who hears of a safety signal: the author's own therapist, and whoever covers for them. Never the partner. */
export type SafetyRecipient = 'own_therapist' | 'cover_rota';

export type SafetyActions = Readonly<{
  showHelp: true;
  blockSaving: false;
  tellPartner: false;
  alert: Readonly<{ rule: 'SAFE-1'; to: readonly SafetyRecipient[] }> | null;
}>;

const alertToTherapist = { rule: 'SAFE-1', to: ['own_therapist', 'cover_rota'] } as const;

/**
 * What follows a match (SAFETY-03): help is shown, saving goes on, the partner learns nothing, and SAFE-1 goes to
 * the author's own therapist and the cover rota. An entry for the author alone (P0) alerts only with consent; a
 * consent that is not known was not given (SAFETY-04).
 */
export function actionsOnMatch(privacy: Privacy, consent: DiaryAlertConsent): SafetyActions {
  const alert = privacy === 'P0' && consent !== 'given' ? null : alertToTherapist;
  return { showHelp: true, blockSaving: false, tellPartner: false, alert };
}

/** Shown with every help text, and wherever something can be written (SAFETY-05). */
export const notWatched: LocalizedText = say(
  'Messages here are not watched around the clock.',
  'Nadie lee los mensajes de este lugar a toda hora.',
);

/** Shown before the lines of the country (SAFETY-05). */
export const helpNow: LocalizedText = say(
  'If you or someone else may be in danger now, call your local emergency number.',
  'Si usted u otra persona puede estar en peligro ahora, llame al número de emergencias de su zona.',
);

/** A line that answers by phone or text. `country` is an ISO code of two letters. */
export type HelpLine = Readonly<{ country: string; number: string; label: LocalizedText }>;

export const standardHelpLines: readonly HelpLine[] = [
  {
    country: 'US',
    number: '988',
    label: say('Call or text 988, day or night', 'Llame o escriba al 988, de día o de noche'),
  },
];

/** The lines of a country, a clinic's own first; none where none is known (SAFETY-06). */
export function helpLinesFor(country: string, own: readonly HelpLine[] = []): readonly HelpLine[] {
  return [...own, ...standardHelpLines].filter((line) => line.country === country.toUpperCase());
}
