import { activeSides, isOffice, type ClientActor, type StaffActor } from './access-actor.js';
import {
  allowed, decideReading, denied, hidden, type AccessAction, type AccessDecision, type AccessObligation,
} from './access-decision.js'; // prettier-ignore
import type { DocumentResource, HoldReasonResource, ProcessStateResource } from './access-resource.js';
import { isFrozen, type SightOf } from './item-sight.js';
import { allowsDisclosure } from './secrets-policy.js';

type Asker = StaffActor | ClientActor;
type Mode = DocumentResource['windows'][number]['mode'];

/** The disclosure document: words only through a window that is open now and fits the relation (ACCESS-32). */
export function decideDocument(
  actor: Asker,
  action: AccessAction,
  document: DocumentResource,
  now: Date,
): AccessDecision {
  if (action === 'export') return exportOfDocument(actor, document, now);
  const { sight, why } = documentSight(actor, document, now);
  const reading = decideReading(action, sight, why, copyDuties({ sight, why }));
  if (reading !== null) return reading;
  if (sight === 'nothing') return hidden(why);
  if (action === 'write' || action === 'submit') return writing(sight, why, document);
  if (action !== 'review' && action !== 'approve') return denied(sight, 'not_listed');
  return comment(action, { sight, why }, actor, document, now);
}

/** What comes with words of the document, read or shown; its status holds nothing that could be copied. */
function copyDuties({ sight, why }: SightOf): readonly AccessObligation[] {
  if (sight !== 'words') return [];
  return why === 'author' ? ['no_copy'] : ['watermark', 'no_copy', 'record_in_audit'];
}

function documentSight(actor: Asker, document: DocumentResource, now: Date): SightOf {
  const isOpen = (mode: Mode): boolean =>
    document.windows.some((window) => window.mode === mode && (window.until === null || now < window.until));
  if (actor.kind === 'client') return clientSight(actor, document, isOpen);
  const sides = activeSides(actor, document.coupleId, now);
  if (sides.includes(document.side) && isOpen('own_therapist')) return { sight: 'words', why: 'own_side' };
  const other = document.side === 'RP' ? 'BP' : 'RP';
  const invited = isOpen('review') || isOpen('session');
  if (sides.includes(other) && invited) return { sight: 'words', why: 'read_window' };
  return sides.length > 0 ? { sight: 'status', why: 'care_team' } : { sight: 'nothing', why: 'no_relation' };
}

/** The partner hears and sees it in the running session and never otherwise, least of all a draft. */
function clientSight(
  actor: ClientActor,
  document: DocumentResource,
  isOpen: (mode: Mode) => boolean,
): SightOf {
  if (actor.coupleId !== document.coupleId) return { sight: 'nothing', why: 'no_relation' };
  if (actor.personId === document.authorId) {
    return isOpen('author') ? { sight: 'words', why: 'author' } : { sight: 'nothing', why: 'no_relation' };
  }
  if (isFrozen(document)) return { sight: 'nothing', why: 'frozen' };
  if (actor.signedInWith !== 'factor') return { sight: 'nothing', why: 'step_up_needed' };
  return isOpen('session') ? { sight: 'words', why: 'in_session' } : { sight: 'nothing', why: 'no_relation' };
}

function exportOfDocument(actor: Asker, document: DocumentResource, now: Date): AccessDecision {
  const { sight, why } = documentSight(actor, document, now);
  return sight === 'nothing' ? hidden(why) : denied(sight, 'never_exported');
}

function writing(sight: SightOf['sight'], why: SightOf['why'], document: DocumentResource): AccessDecision {
  if (why !== 'author') return denied(sight, 'author_only');
  if (!document.editable) return denied(sight, 'locked');
  if (!allowsDisclosure(document.policy)) return denied(sight, 'policy_excludes_disclosure');
  return allowed('words', 'author');
}

/** Comments from whoever has an open window as a therapist; approval of a section from the author's side alone. */
function comment(
  action: 'review' | 'approve',
  { sight, why }: SightOf,
  actor: Asker,
  document: DocumentResource,
  now: Date,
): AccessDecision {
  if (actor.kind === 'client') return denied(sight, why === 'author' ? 'own_act' : 'not_own_side');
  if (sight !== 'words') return denied(sight, 'not_own_side');
  const own = activeSides(actor, document.coupleId, now).includes(document.side);
  if (action === 'approve' && !(own && why === 'own_side')) return denied(sight, 'not_own_side');
  return allowed('words', why, ['record_in_audit']);
}

/** State and dates of a process: all of it for active therapists, with every pause alike for others (ACCESS-33). */
export function decideProcessState(
  actor: Asker,
  action: AccessAction,
  { coupleId }: ProcessStateResource,
  now: Date,
): AccessDecision {
  const seen = processSight(actor, coupleId, now);
  return decideReading(action, seen.sight, seen.why) ?? denied(seen.sight, 'not_listed');
}

function processSight(actor: Asker, coupleId: ProcessStateResource['coupleId'], now: Date): SightOf {
  if (actor.kind === 'client') {
    return actor.coupleId === coupleId
      ? { sight: 'status', why: 'own_record' }
      : { sight: 'nothing', why: 'no_relation' };
  }
  if (activeSides(actor, coupleId, now).length > 0) return { sight: 'words', why: 'care_team' };
  if (isOffice(actor)) return { sight: 'status', why: 'clinic_office' };
  return { sight: 'nothing', why: 'no_relation' };
}

/** A reason stays on the side that flagged; a client never sees one of the class "safety" (ACCESS-34). */
export function decideHoldReason(
  actor: Asker,
  action: AccessAction,
  reason: HoldReasonResource,
  now: Date,
): AccessDecision {
  if (!seesReason(actor, reason, now)) return hidden('no_relation');
  const why = actor.kind === 'client' ? 'own_record' : 'own_side';
  return decideReading(action, 'words', why) ?? denied('words', 'not_listed');
}

function seesReason(actor: Asker, reason: HoldReasonResource, now: Date): boolean {
  if (actor.kind === 'client') {
    const own = actor.coupleId === reason.coupleId && actor.personId === reason.personId;
    return own && reason.side !== 'JOINT' && reason.safety === false;
  }
  const sides = activeSides(actor, reason.coupleId, now);
  return reason.side === 'JOINT' ? sides.length > 0 : sides.includes(reason.side);
}
