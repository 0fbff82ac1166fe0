import type { ClientActor, StaffActor } from './access-actor.js';
import {
  allowed, decideReading, denied, hidden, type AccessAction, type AccessDecision, type AccessObligation,
} from './access-decision.js'; // prettier-ignore
import type { ItemResource } from './access-resource.js';
import { isSteppedUp } from './access-settings.js';
import { isFrozen, isKeptForSafety, isOwnSide, itemSight, type SightOf } from './item-sight.js';

type Asker = StaffActor | ClientActor;
type Act = (actor: Asker, item: ItemResource, seen: SightOf, now: Date) => AccessDecision;

/** What may be done with homework, a question list, a map or a letter (ACCESS-10 to ACCESS-19). */
export function decideItem(
  actor: Asker,
  action: AccessAction,
  item: ItemResource,
  now: Date,
): AccessDecision {
  const seen = itemSight(actor, item, now);
  const reading = decideReading(action, seen.sight, seen.why, readingObligations(item, seen));
  if (reading !== null) return reading;
  if (seen.sight === 'nothing') return hidden(seen.why);
  const act = acts[action];
  return act ? act(actor, item, seen, now) : denied(seen.sight, 'not_listed');
}

/** Reading words of somebody else is put on record; under NO_SECRETS their own therapist is asked before sharing. */
function readingObligations(item: ItemResource, seen: SightOf): readonly AccessObligation[] {
  if (seen.sight !== 'words' || seen.why === 'author') return [];
  const asks = item.policy === 'NO_SECRETS' && seen.why === 'own_side';
  return asks ? ['record_in_audit', 'pre_share_prompt'] : ['record_in_audit'];
}

/** The author writes; joint work stops at the reveal and at a separation (ACCESS-11). */
const write: Act = (_actor, item, { sight, why }) => {
  if (why !== 'author') return denied(sight, 'author_only');
  const { compartment, revealed } = item.artefact;
  if (compartment === 'JOINT' && isFrozen(item)) return denied(sight, 'frozen');
  if (compartment === 'JOINT' && revealed) return denied(sight, 'already_revealed');
  return allowed('words', 'author');
};

/** The author releases P2 and P3, and nobody does it for them (ACCESS-17). */
const release: Act = (actor, item, { sight, why }, now) => {
  if (why !== 'author' || actor.kind !== 'client') return denied(sight, 'author_only');
  const { privacy } = item.artefact;
  if (privacy !== 'P2' && privacy !== 'P3') return denied(sight, 'not_releasable');
  if (isFrozen(item)) return denied(sight, 'frozen');
  if (!isSteppedUp(actor.stepUpAt, now)) return denied(sight, 'step_up_needed', ['step_up']);
  return allowed('words', 'author', releaseObligations(item));
};

function releaseObligations(item: ItemResource): readonly AccessObligation[] {
  const toPartner = item.artefact.privacy === 'P3';
  const steps: readonly (readonly [boolean, AccessObligation])[] = [
    [item.sensitive, 'cooling_off'],
    [toPartner, 'therapist_approval'],
    [toPartner && isKeptForSafety(item), 'hold_for_therapist'],
  ];
  return steps.flatMap(([needed, obligation]) => (needed ? [obligation] : []));
}

/** Taking back is immediate, needs nobody, and stays possible while everything is frozen (ACCESS-18). */
const revoke: Act = (actor, { artefact }, { sight, why }) => {
  if (why !== 'author' || actor.kind !== 'client') return denied(sight, 'author_only');
  const state = artefact.release?.state;
  if (state !== 'ready' && state !== 'released') return denied(sight, 'nothing_to_take_back');
  return allowed('words', 'author', ['remove_from_indexes', 'tell_what_may_have_been_read']);
};

/** The therapist of the author's side approves what was asked for this revision and goes to a person (ACCESS-19). */
const approve: Act = (actor, item, { sight, why }, now) => {
  const { release: asked, revision, privacy } = item.artefact;
  if (why === 'author') return denied(sight, 'own_act');
  if (sight !== 'words' || !isOwnSide(actor, item.artefact, now)) return denied(sight, 'not_own_side');
  if (isFrozen(item)) return denied(sight, 'frozen');
  const waits = privacy === 'P3' && asked?.state === 'ready' && asked.revision === revision;
  if (!waits || asked.people.length === 0) return denied(sight, 'nothing_to_approve');
  if (isKeptForSafety(item)) return denied(sight, 'safety_exception');
  return allowed('words', 'own_side', ['record_in_audit']);
};

/** What was handed in is reviewed by those of the author's side, by the team after a reveal, or for co-sign (ACCESS-12). */
const review: Act = (actor, { handedIn }, { sight, why }) => {
  if (why === 'author') return denied(sight, 'own_act');
  if (actor.kind === 'client') return denied(sight, 'not_own_side');
  if (why !== 'own_side' && why !== 'co_sign' && why !== 'revealed') return denied(sight, 'not_own_side');
  return handedIn ? allowed('words', why, ['record_in_audit']) : denied(sight, 'not_handed_in');
};

/** A person takes out their own words, P0 included, and nobody else's (ACCESS-12). */
const exportOwn: Act = (actor, _item, { sight, why }, now) => {
  if (why !== 'author' || actor.kind !== 'client') return denied(sight, 'author_only');
  if (!isSteppedUp(actor.stepUpAt, now)) return denied(sight, 'step_up_needed', ['step_up']);
  return allowed('words', 'author', ['recheck_at_run_time']);
};

const acts: Readonly<Partial<Record<AccessAction, Act>>> = {
  write,
  submit: write,
  release,
  revoke,
  approve,
  review,
  export: exportOwn,
};
