import { bothTracks, dayOf, needs, ownTherapist, type Finding, type Guard } from './guard.js';
import { daysBetween } from '../shared/local-date.js';
import { readinessItems } from './readiness.js';
import { isMet, type ReadinessItemId } from './readiness-item.js';

/** Row 6. */
export const latestDraftOpen = needs(({ snapshot }) => snapshot.drafts?.latestIsOpen === true);

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

export const reviewItemsMet: Guard = ({ snapshot }) => unmetItems(snapshot.readiness, reviewItems);

/** Row 8. */
export const gapsListed = needs(({ snapshot }) => (snapshot.drafts?.gapIds.length ?? 0) > 0);

/** Row 9: every item of all three lists; both, or all three, signatures; both risk screens fresh. */
export const readinessMet: Guard = ({ snapshot }) =>
  unmetItems(
    snapshot.readiness,
    readinessItems.map(({ id }) => id),
  );

function unmetItems(
  marks: Parameters<Guard>[0]['snapshot']['readiness'],
  ids: readonly ReadinessItemId[],
): readonly Finding[] {
  return readinessItems
    .filter(({ id }) => ids.includes(id) && !isMet(marks[id]))
    .map(({ id, side, actors }) => ({ item: id, side, actors }));
}

export const readinessSigned: Guard = ({ snapshot }) => {
  const signers = snapshot.coupleTherapistAssigned ? (['RP', 'BP', 'JOINT'] as const) : bothTracks;
  return signers
    .filter((side) => snapshot.readinessSigned[side] === null)
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
