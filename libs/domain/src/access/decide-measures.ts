import { activeSides, type ClientActor, type StaffActor } from './access-actor.js';
import {
  allowed, decideReading, denied, hidden, type AccessAction, type AccessDecision,
} from './access-decision.js'; // prettier-ignore
import type { RatingItemsResource, ScoreResource } from './access-resource.js';
import { tracks } from './roles.js';

type Asker = StaffActor | ClientActor;

/** Whose id it is. A person of another couple is nobody here. */
function isOwner(actor: Asker, { ownerId, coupleId }: RatingItemsResource | ScoreResource): boolean {
  if (actor.kind === 'staff') return ownerId === actor.staffId;
  return ownerId === actor.personId && actor.coupleId === coupleId;
}

/** Answers to a rating's questions are for their author and the author's own therapist, nobody else (ACCESS-24). */
export function decideRatingItems(
  actor: Asker,
  action: AccessAction,
  rating: RatingItemsResource,
  now: Date,
): AccessDecision {
  const author = isOwner(actor, rating);
  const own = activeSides(actor, rating.coupleId, now).some((side) => side === rating.side);
  if (!author && !own) return hidden('no_relation');
  const why = author ? 'author' : 'own_side';
  const reading = decideReading(action, 'words', why, author ? [] : ['record_in_audit']);
  if (reading !== null) return reading;
  if (action === 'write' || action === 'submit') {
    return author ? allowed('words', 'author') : denied('words', 'author_only');
  }
  if (action !== 'review') return denied('words', 'not_listed');
  return author ? denied('words', 'own_act') : allowed('words', 'own_side', ['record_in_audit']);
}

/**
 * A score is for its author, and for active therapists while the consent of each person it rests on stands; a
 * composite needs both, since what is left of it would give the hidden source away (ACCESS-25).
 */
export function decideScore(
  actor: Asker,
  action: AccessAction,
  score: ScoreResource,
  now: Date,
): AccessDecision {
  if (isOwner(actor, score)) return decideReading(action, 'words', 'author') ?? denied('words', 'not_listed');
  if (activeSides(actor, score.coupleId, now).length === 0) return hidden('no_relation');
  if (!isConsented(score)) return hidden('not_authorised');
  return decideReading(action, 'words', 'consented') ?? denied('words', 'not_listed');
}

const sourcePerson = { R: ['RP'], B: ['BP'], T: [], D: [], composite: tracks } as const;

function isConsented({ about, from, consents }: ScoreResource): boolean {
  return [...sourcePerson[about], ...from].every((track) => consents[track] === true);
}
