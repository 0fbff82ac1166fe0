import type { Track } from '../access/roles.js';
import { compare, divide, fraction, roundHalfAway } from '../shared/fraction.js';
import type { GateJudge } from './gate-criterion.js';
import { atLeast, holds, notKnown, sinceDays, withinDays } from './gate-judging.js';
import type { StageTwoFacts } from './gate-facts.js';

type TwoJudge = GateJudge<StageTwoFacts>;

/** A risk screen within 28 days that found nothing acute (GATE-06). */
export const noAcuteRisk =
  (track: Track): TwoJudge =>
  ({ risk }, { today, settings }) => {
    const screen = risk?.[track];
    const recent = withinDays(screen?.on, settings.riskScreenDays, today);
    return { met: recent.met && screen?.acute === false, evidence: recent.evidence };
  };

/**
 * The disclosure has come to aftercare, at least 14 calendar days after the session; or it was declined or waived
 * and a clinician wrote a note on going on without it (GATE-07).
 */
export const disclosureRouteDone: TwoJudge = ({ disclosure }, { today, settings }) => {
  if (!disclosure) return notKnown;
  const { at, sessionEndedOn, clinicalNote } = disclosure;
  if (at === 'before_aftercare') return { met: false, evidence: { route: at } };
  if (at !== 'aftercare_or_later') return { met: clinicalNote, evidence: { route: at } };
  const since = sinceDays(sessionEndedOn, settings.afterSessionDays, today);
  return { met: since.met, evidence: { route: at, ...since.evidence } };
};

export const accountabilityActive: TwoJudge = ({ accountabilitySince }, { today, settings }) =>
  sinceDays(accountabilitySince, settings.agreementActiveDays, today);

export const timeOutTested: TwoJudge = ({ timeOutTests }, { settings }) =>
  atLeast(timeOutTests, settings.timeOutTests);

export const partnerSupported: TwoJudge = ({ partnerOwnSupport }) => holds(partnerOwnSupport);

/** SOFT 1 (GATE-19): at least 70 % of the daily check-ins of 28 days; no check-in expected is not known. */
export const checkInsKept: TwoJudge = ({ checkIns }, { settings }) => {
  if (!checkIns || checkIns.expected <= 0) return notKnown;
  const percent = divide(fraction(checkIns.done.n * 100n, checkIns.done.d), fraction(checkIns.expected));
  return {
    met: compare(percent, fraction(settings.checkInPercent)) >= 0,
    evidence: { percent: roundHalfAway(percent, 0), needed: settings.checkInPercent },
  };
};

/** SOFT 2 (GATE-19): no slip for 28 calendar days, or the last one was told inside the agreed window. */
export const slipFreeOrTold: TwoJudge = ({ lastSlip }, { today, settings }) => {
  if (lastSlip === undefined) return notKnown;
  if (lastSlip === null) return { met: true, evidence: {} };
  const since = sinceDays(lastSlip.on, settings.slipFreeDaysStage2, today);
  return { met: since.met || lastSlip.toldInTime === true, evidence: since.evidence };
};

/** SOFT 3 (GATE-19): the last six uses of a grounding skill eased distress by two points of ten on average. */
export const groundingHelps: TwoJudge = ({ groundingDrops }, { settings }) => {
  const last = groundingDrops?.slice(-settings.groundingUses) ?? [];
  const uses = last.length;
  const total = last.reduce((sum, drop) => sum + drop, 0);
  return {
    met: uses >= settings.groundingUses && total >= settings.groundingDrop * uses,
    evidence: { uses, usesNeeded: settings.groundingUses, drops: total, dropNeeded: settings.groundingDrop },
  };
};

export const partnerSeesTransparency: TwoJudge = ({ partnerTransparency }, { settings }) => {
  if (!partnerTransparency) return notKnown;
  return {
    met: compare(partnerTransparency, fraction(settings.transparencyRating)) >= 0,
    evidence: { rating: roundHalfAway(partnerTransparency), needed: settings.transparencyRating },
  };
};

export const sleepsEnough =
  (track: Track): TwoJudge =>
  ({ sleepNights }, { settings }) =>
    atLeast(sleepNights?.[track], settings.sleepNights);

export const agreesOnPurpose =
  (track: Track): TwoJudge =>
  ({ agreesOnPurpose: agrees }) =>
    holds(agrees?.[track]);
