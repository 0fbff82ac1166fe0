import {
  bothTracks,
  dayOf,
  needs,
  ownTherapist,
  type Finding,
  type Guard,
  type GuardQuestion,
} from './guard.js';
import { daysBetween } from '../shared/local-date.js';
import { readinessItems } from './readiness.js';
import { itemIsMet } from './readiness-facts.js';
import { readinessItemIds, type ReadinessItemId } from './readiness-item.js';

/** Row 6: only the newest version is open; a submitted draft is the version after it. */
export const latestDraftOpen = needs(({ snapshot: { drafts }, request }) => {
  if (drafts?.latestIsOpen !== true) return false;
  const expected = request.event === 'submit_draft' ? drafts.version + 1 : drafts.version;
  return request.draftVersion === expected;
});

/** Row 7: enough rounds, every section approved, questions received, R4 to R7 and R10 met. */
export const reviewRounds = needs(
  ({ snapshot }) => (snapshot.drafts?.rounds ?? 0) >= snapshot.settings.draftReviewRoundsMin,
  ({ snapshot }) => ({
    rounds: snapshot.drafts?.rounds ?? 0,
    needed: snapshot.settings.draftReviewRoundsMin,
  }),
);

export const sectionsApproved = needs(
  ({ snapshot: { drafts } }) =>
    drafts !== null && drafts.sections > 0 && drafts.sectionsApproved >= drafts.sections,
  ({ snapshot: { drafts } }) => ({ approved: drafts?.sectionsApproved ?? 0, of: drafts?.sections ?? 0 }),
);

export const questionsReceived = needs(({ snapshot }) => snapshot.drafts?.questionListReceived === true);

const reviewItems: readonly ReadinessItemId[] = ['R4', 'R5', 'R6', 'R7', 'R10'];

export const reviewItemsMet: Guard = (question) => unmetItems(question, reviewItems);

/** Row 8. */
export const gapsListed = needs(({ snapshot }) => (snapshot.drafts?.gapIds.length ?? 0) > 0);

/** Row 9: every item of all three lists; both, or all three, signatures; both risk screens fresh. */
export const readinessMet: Guard = (question) => unmetItems(question, readinessItemIds);

function unmetItems({ snapshot, now }: GuardQuestion, ids: readonly ReadinessItemId[]): readonly Finding[] {
  return readinessItems
    .filter(({ id }) => ids.includes(id) && !itemIsMet(id, snapshot, now))
    .map(({ id, side, actors }) => ({ item: id, side, actors }));
}

/**
 * The signature of each side's therapist, none dated ahead. One clinician may sign for both sides only where that is
 * on record as a single-clinician practice.
 */
export const readinessSigned: Guard = ({ snapshot, now }) => {
  const { readinessSigned: signed, coupleTherapistAssigned, singleClinician } = snapshot;
  const sides = coupleTherapistAssigned ? (['RP', 'BP', 'JOINT'] as const) : bothTracks;
  const sameHand = signed.RP !== null && signed.RP.by === signed.BP?.by && singleClinician !== true;
  return sides
    .filter((side) => {
      const signature = signed[side];
      return signature === null || signature.at > now || (side === 'BP' && sameHand);
    })
    .map((side) => ({ item: side, side, actors: [side === 'JOINT' ? 'T_C' : ownTherapist[side]] }));
};

/** A screen counts for the set number of calendar days after its own day. */
export const riskScreensFresh: Guard = (question) =>
  bothTracks.flatMap((track): Finding[] => {
    const screen = question.snapshot.riskScreens[track];
    const gap = { item: track, side: track, actors: [ownTherapist[track]] };
    if (!screen) return [gap];
    const age = daysBetween(dayOf(question, screen), dayOf(question, question.now));
    const fresh = age >= 0 && age <= question.snapshot.settings.riskScreenValidDays;
    return fresh ? [] : [{ ...gap, evidence: { ageDays: age } }];
  });

/** Row 10. */
export const verificationEnabled = needs(({ snapshot }) => snapshot.session?.verificationEnabled === true);
export const verificationAgreed = needs(({ snapshot }) => snapshot.session?.verificationAgreed === true);
