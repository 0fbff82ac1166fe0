import type { Track } from '../../access/roles.js';
import { say, type LocalizedText } from '../../shared/localized.js';

/** Answers to a risk question after the session. Null means that it was left open. */
export type AftercareRiskAnswer = 'safe' | 'unsure' | 'not_safe' | null;

export type AftercareRiskRoute = Readonly<{
  /** Help with local lines is shown at once, on the person's own screen. */
  showHelp: boolean;
  /** The own therapist, or whoever covers for them, calls. */
  call: 'T_BP' | 'T_RP' | null;
  coverRota: boolean;
  blocksSaving: false;
  tellsOtherPerson: false;
}>;

const ownTherapist = { BP: 'T_BP', RP: 'T_RP' } as const;

/**
 * Where an answer goes (FTD-42, clinical brief 1.9 and 6.4): anything but a clear "safe" leads to a call by the own
 * therapist. Saving is never blocked and the other person is never told. It routes; it gives no score.
 */
export function aftercareRiskRoute(track: Track, answer: AftercareRiskAnswer): AftercareRiskRoute {
  const raised = answer !== 'safe';
  return {
    showHelp: raised,
    call: raised ? ownTherapist[track] : null,
    coverRota: raised,
    blocksSaving: false,
    tellsOtherPerson: false,
  };
}

/** Stands under every such question. */
export const notWatchedNotice: LocalizedText = say(
  'Messages here are not watched around the clock. In danger, call your local emergency number.',
  'Los mensajes no se vigilan las 24 horas. Si hay peligro, llame al número de emergencia de su zona.',
);
