import type { Track } from '../access/roles.js';
import { daysInWeek } from '../shared/durations.js';
import { compare, fraction, roundHalfAway } from '../shared/fraction.js';
import { daysBetween } from '../shared/local-date.js';
import type { GateJudge } from './gate-criterion.js';
import { atLeast, holds, notKnown, sinceDays, withinDays } from './gate-judging.js';
import type { StageThreeFacts } from './gate-facts.js';
import { indexCourse } from './index-course.js';

type ThreeJudge = GateJudge<StageThreeFacts>;

/** 1: gate 1 to 2 is open, and its review day has not passed. */
export const earlierGateHolds: ThreeJudge = ({ earlierGate }, { today }) => {
  if (!earlierGate) return notKnown;
  const { open, reviewDate } = earlierGate;
  return { met: open && daysBetween(today, reviewDate) >= 0, evidence: { reviewDate } };
};

export const noHold: ThreeJudge = ({ holdOpen }) => ({ met: holdOpen === false, evidence: {} });

/**
 * 1: no fearful or pressured answer of this person within 180 days, day 180 included, that a therapist has not
 * recorded as resolved (GATE-11). The evidence counts them.
 */
export const fearAnswersResolved =
  (track: Track): ThreeJudge =>
  ({ fearAnswers }, { today, settings }) => {
    const answers = fearAnswers?.[track];
    if (!answers) return notKnown;
    const resolved = (on: string | null): boolean => on !== null && on <= today;
    const open = answers.filter(
      (answer) => daysBetween(answer.on, today) <= settings.fearAnswerDays && !resolved(answer.resolvedOn),
    );
    return { met: open.length === 0, evidence: { open: open.length } };
  };

/** 2: this person's own index, never averaged with the other's (GATE-23). */
export const indexHolds =
  (track: Track): ThreeJudge =>
  ({ index }, { today, settings }) => {
    const weeks = index?.[track];
    if (!weeks) return notKnown;
    const { met, values, mean } = indexCourse(weeks, today, settings);
    const shown = values.map((value) => value ?? '-').join(', ');
    return { met, evidence: { values: shown, ...(mean === null ? {} : { mean }) } };
  };

/** 3: no slip for 60 calendar days, however it was told (GATE-15). */
export const slipFree: ThreeJudge = ({ lastSlip }, { today, settings }) => {
  if (lastSlip === undefined) return notKnown;
  if (lastSlip === null) return { met: true, evidence: {} };
  return sinceDays(lastSlip.on, settings.slipFreeDaysStage3, today);
};

export const sequenceFinished: ThreeJudge = ({ disclosureSequence }) => ({
  met: disclosureSequence === 'finished' || disclosureSequence === 'clinically_waived',
  evidence: { sequence: disclosureSequence ?? 'not_known' },
});

/** 4: measured within 28 days, against a measure at least 8 weeks older, and not reliably worse (GATE-12). */
export const symptomsNotWorse: ThreeJudge = ({ symptoms }, { today, settings }) => {
  if (!symptoms) return notKnown;
  const { measuredOn, comparedWith, reliablyWorse } = symptoms;
  const recent = withinDays(measuredOn, settings.symptomMeasureDays, today).met;
  const apart = daysBetween(comparedWith, measuredOn) >= settings.symptomWeeks * daysInWeek;
  return { met: recent && apart && !reliablyWorse, evidence: { measuredOn, comparedWith } };
};

export const calmWithTouch: ThreeJudge = ({ lastTouchDistress }, { today, settings }) => {
  if (lastTouchDistress === undefined) return notKnown;
  if (lastTouchDistress === null) return { met: true, evidence: {} };
  return sinceDays(lastTouchDistress, settings.touchCalmDays, today);
};

/** 5: this person has rehearsed the stop signal (GATE-16). */
export const stopRehearsed =
  (track: Track): ThreeJudge =>
  ({ stopRehearsals }, { settings }) =>
    atLeast(stopRehearsals?.[track], settings.stopRehearsals);

/** 5: this person's no was met without a price, at least twice (GATE-16). */
export const noWasHonored =
  (track: Track): ThreeJudge =>
  ({ honoredNos }, { settings }) =>
    atLeast(honoredNos?.[track], settings.honoredNos);

/** 6: consent-based dialogues, at least three (GATE-17). */
export const dialoguesCompleted: ThreeJudge = ({ dialogues }, { settings }) =>
  atLeast(dialogues?.completed, settings.dialogues);

/** 6: this person felt heard, 3 of 4 or more, in each of the last two dialogues (GATE-17). */
export const feltHeard =
  (track: Track): ThreeJudge =>
  ({ dialogues }, { settings }) => {
    const last = dialogues?.heard.slice(-settings.feltHeardLast) ?? [];
    if (last.length < settings.feltHeardLast) return notKnown;
    const lowest = Math.min(...last.map((round) => round[track]));
    return { met: lowest >= settings.feltHeard, evidence: { lowest, needed: settings.feltHeard } };
  };

/** 7: sexual health information was shared and acted upon, or is not relevant (GATE-18). */
export const healthInformationActedUpon: ThreeJudge = ({ healthInformation }) =>
  holds(healthInformation === 'acted_upon' || healthInformation === 'not_relevant');

export const painReferred: ThreeJudge = ({ painReferral }) =>
  holds(painReferral === 'referred' || painReferral === 'none_known');

/** 8: a talk alone found no urge relief and no sense of duty (GATE-18). */
export const talkedAlone =
  (track: Track): ThreeJudge =>
  (facts) =>
    holds(facts.talkedAlone?.[track]);

export const freeOfSubstances =
  (track: Track): ThreeJudge =>
  (facts) =>
    holds(facts.freeOfSubstances?.[track]);

export const touchAgreementSigned =
  (track: Track): ThreeJudge =>
  (facts) =>
    holds(facts.touchAgreementSigned?.[track]);

export const affectionComfortable =
  (track: Track): ThreeJudge =>
  (facts) =>
    holds(facts.affectionComfortable?.[track]);

export const dailyConnectionsKept: ThreeJudge = ({ dailyConnections }, { settings }) =>
  atLeast(dailyConnections, settings.dailyConnections);

export const empathyRated =
  (track: Track): ThreeJudge =>
  ({ empathyRatings }, { settings }) => {
    const rating = empathyRatings?.[track];
    if (!rating) return notKnown;
    return {
      met: compare(rating, fraction(settings.empathyRating)) >= 0,
      evidence: { rating: roundHalfAway(rating), needed: settings.empathyRating },
    };
  };

export const differencesTalked: ThreeJudge = (facts) => holds(facts.differencesTalked);
