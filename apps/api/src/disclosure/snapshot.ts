import {
  bareLetters,
  bareSession,
  bareSnapshot,
  type DisclosureSnapshot,
  type DraftFacts,
  type SessionFacts,
} from '@trellis/domain';
import type { CoreRow, SignatureRow } from './core-facts.js';
import type { PartFacts } from './disclosure-parts.service.js';

const bareDrafts: DraftFacts = {
  version: 0,
  rounds: 0,
  sections: 0,
  sectionsApproved: 0,
  latestIsOpen: false,
  questionListReceived: false,
  gapIds: [],
  awaitingReviewSince: null,
};

/**
 * The facts on which the domain decides. What no part knows is null or absent, and the guard that needs it refuses;
 * nothing is taken for met.
 */
export function snapshotOf(core: CoreRow, parts: readonly PartFacts[]): DisclosureSnapshot {
  const known = parts.map(({ session: _s, letters: _l, drafts: _d, ...flat }) => flat);
  const [drafts, letters] = [
    parts.flatMap((part) => part.drafts ?? []),
    parts.flatMap((part) => part.letters ?? []),
  ];
  const sessions = parts.flatMap((part) => part.session ?? []);
  return Object.assign(
    { ...bareSnapshot(core.process?.state ?? 'NOT_STARTED', core.zone) },
    ...known,
    coreFactsOf(core),
    {
      readiness: marksOf(parts),
      session: core.process === null ? null : merged(bareSession, [...sessions, sessionOf(core)]),
      drafts: drafts.length === 0 ? null : merged(bareDrafts, drafts),
      letters: letters.length === 0 ? null : merged(bareLetters, letters),
    },
  ) as DisclosureSnapshot;
}

/** The marks of all parts together: what one of them says is not met, no other meets. */
function marksOf(parts: readonly PartFacts[]): DisclosureSnapshot['readiness'] {
  const all = parts.map(({ readiness }) => readiness ?? {});
  const undone = all.map((marks) =>
    Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark.status === 'not_met')),
  );
  return Object.assign({}, ...all, ...undone) as DisclosureSnapshot['readiness'];
}

/** What is known laid over what is not, part by part. */
function merged<T extends object>(bare: T, parts: readonly Partial<T>[]): T {
  return parts.reduce<T>((facts, part) => ({ ...facts, ...part }), bare);
}

type OwnFacts = Pick<
  DisclosureSnapshot,
  | 'hold'
  | 'leadId'
  | 'enrolled'
  | 'policySignedBy'
  | 'policy'
  | 'singleClinician'
  | 'coupleTherapistAssigned'
  | 'readinessSigned'
  | 'readyUntil'
  | 'recheckAt'
  | 'recheckDoneAt'
  | 'turbulenceUntil'
  | 'completion'
  | 'jointWorkFrozen'
  | 'sharingFrozen'
  | 'lastEventAt'
>;

function coreFactsOf(core: CoreRow): OwnFacts {
  const { fact, hold } = core;
  const resumed = core.signatures.filter(({ purpose }) => purpose === 'resume');
  return {
    hold: hold === null ? null : { ...hold, resumeSignedBy: resumed.map(({ by }) => by) },
    leadId: core.leadId,
    enrolled: bySide(core, 'enrolled'),
    policySignedBy: bySide(core, 'policySigned'),
    policy: core.policy,
    singleClinician: holdsBothSides(core.team),
    coupleTherapistAssigned: core.team.some(({ side }) => side === 'JOINT'),
    readinessSigned: {
      RP: signatureOf(core, 'RP'),
      BP: signatureOf(core, 'BP'),
      JOINT: signatureOf(core, 'JOINT'),
    },
    readyUntil: fact?.readyUntil ?? null,
    recheckAt: fact?.recheckAt ?? null,
    recheckDoneAt: fact?.recheckDoneAt ?? null,
    turbulenceUntil: fact?.turbulenceUntil ?? null,
    completion: fact?.completion ?? null,
    jointWorkFrozen: fact?.jointWorkFrozen ?? false,
    sharingFrozen: fact?.sharingFrozen ?? false,
    lastEventAt: core.lastEventAt,
  };
}

function sessionOf({ process, fact }: CoreRow): Partial<SessionFacts> {
  return {
    startsAt: process?.sessionAt ?? null,
    endedAt: fact?.sessionEndedAt ?? null,
    verificationEnabled: fact?.verificationEnabled ?? false,
    verificationAgreed: fact?.verificationAgreed ?? false,
  };
}

function signatureOf(
  { signatures }: CoreRow,
  side: SignatureRow['side'],
): DisclosureSnapshot['readinessSigned']['RP'] {
  const found = signatures.find((one) => one.purpose === 'readiness' && one.side === side);
  return found === undefined ? null : { by: found.by, at: found.at };
}

/** Whether one clinician holds both sides; null while a side has nobody. */
function holdsBothSides(team: CoreRow['team']): boolean | null {
  const [rp, bp] = (['RP', 'BP'] as const).map((side) => team.filter((one) => one.side === side));
  if (!rp?.length || !bp?.length) return null;
  return rp.some(({ staffId }) => bp.some((other) => other.staffId === staffId));
}

/** A side counts when it has a person and everyone on it fulfils the fact. */
function bySide(core: CoreRow, fact: 'enrolled' | 'policySigned'): Readonly<Record<'RP' | 'BP', boolean>> {
  const holds = (side: 'RP' | 'BP'): boolean => {
    const people = core.people.filter((person) => person.side === side);
    return people.length > 0 && people.every((person) => person[fact]);
  };
  return { RP: holds('RP'), BP: holds('BP') };
}
