import type { DisclosureView, UnmetGateView } from '@trellis/contracts';
import {
  itemIsMet,
  readinessItems,
  recordShownToAny,
  soloNoticeShown,
  stateForAdmin,
  type Actor,
  type Compartment,
  type DisclosureSnapshot,
  type RecordReader,
  type Refusal,
  type TransitionRecord,
} from '@trellis/domain';
import type { TakenStep } from './disclosure.repository.js';
import { openActs } from './open-acts.js';
import type { AroundProcess } from './record-readings.js';
import type { Standing } from './standing.js';

export interface ProcessRead {
  readonly standing: Standing;
  readonly steps: readonly TakenStep[];
  readonly around: AroundProcess;
  readonly mySides: readonly Compartment[];
}

export interface ProcessReader {
  readonly readers: readonly [RecordReader, ...RecordReader[]];
  readonly actor: Actor;
}

/** The process as its reader may see it: a therapist of the care team, or an admin, for whom every pause is alike. */
export function disclosureView(
  read: ProcessRead,
  { readers, actor }: ProcessReader,
  now: Date,
): DisclosureView {
  const { standing, steps } = read;
  const { process, snapshot } = standing;
  const forAdmin = readers[0] === 'ADMIN';
  return {
    id: process?.id ?? null,
    state: forAdmin ? stateForAdmin(snapshot.state) : snapshot.state,
    version: forAdmin ? (standing.order?.version ?? 0) : (process?.version ?? 0),
    openedAt: iso(process?.openedAt),
    stateSince: iso(process?.stateSince),
    sessionAt: iso(process?.sessionAt),
    readyUntil: forAdmin ? null : iso(snapshot.readyUntil),
    events: steps.map((step) => stepView(step, readers)),
    readiness: forAdmin ? [] : readinessView(snapshot, now),
    soloNotice: soloNoticeShown(snapshot),
    jointWorkFrozen: forAdmin ? false : snapshot.jointWorkFrozen,
    leads: actor.roles.includes('LEAD'),
    ...(forAdmin ? { verification: null, recheck: null } : checksView(snapshot)),
    ...aroundView(read, actor.id, forAdmin),
    acts: forAdmin ? [] : openActs(standing, actor, read.mySides, now),
  };
}

function checksView(snapshot: DisclosureSnapshot): Pick<DisclosureView, 'verification' | 'recheck'> {
  return {
    verification: {
      enabled: snapshot.session?.verificationEnabled ?? false,
      agreed: snapshot.session?.verificationAgreed ?? false,
    },
    recheck: { at: iso(snapshot.recheckAt), doneAt: iso(snapshot.recheckDoneAt) },
  };
}

type Around = Pick<
  DisclosureView,
  'hold' | 'signatures' | 'order' | 'notices' | 'coSignatures' | 'coSigners'
>;

function aroundView({ standing, around }: ProcessRead, readerId: string, forAdmin: boolean): Around {
  const { hold } = standing.snapshot;
  return {
    hold:
      hold === null || forAdmin
        ? null
        : { since: hold.since.toISOString(), reasonClass: around.hold?.reason ?? null },
    signatures: around.signatures.map(({ purpose, side, by, by_name, at }) => ({
      ...{ purpose, side, byName: by_name, at: new Date(at).toISOString(), mine: by === readerId },
    })),
    order:
      around.order === null
        ? null
        : {
            startsAt: new Date(around.order.session_at).toISOString(),
            recheckAt: iso(around.order.recheck_at),
            byName: around.order.by_name,
            version: around.order.version,
          },
    notices: around.notices.map(({ id, side, words, made_at }) => ({
      ...{ id, side, words, madeAt: new Date(made_at).toISOString() },
    })),
    coSigners: forAdmin ? [] : around.co_signers.map(({ id, name }) => ({ id, name })),
    coSignatures: around.cosigns.map((one) => ({
      id: one.id,
      event: one.event,
      coSignerName: one.co_signer_name,
      signedAt: iso(one.signed_at),
      mine: one.asked_by === readerId,
    })),
  };
}

function stepView(
  step: TakenStep,
  readers: readonly [RecordReader, ...RecordReader[]],
): DisclosureView['events'][number] {
  const { event, from, to, at, actorId, reasonClass } = recordShownToAny(recordOf(step), readers);
  return {
    ...{ id: step.id, event, from, to, at: at.toISOString(), reasonClass },
    byName: actorId === null ? null : step.by_name,
    hasWords: step.has_words,
  };
}

/** The record as it was written; a reason that its reader may not know is not in it. */
function recordOf(step: TakenStep): TransitionRecord {
  return {
    actorId: step.actor_id,
    role: step.acting_role,
    coSigner: step.co_signer,
    from: step.from_state,
    to: step.to_state,
    row: step.table_row,
    event: step.event,
    guardSnapshot: Object.fromEntries(step.met_guards.map((id) => [id, 'met'])),
    versions: {
      consentRP: step.consent_version_rp,
      consentBP: step.consent_version_bp,
      draft: step.draft_version,
    },
    at: step.at,
    zone: step.zone,
    reasonClass: step.reason_class,
    reasonSide: step.reason_side,
  };
}

function readinessView(snapshot: DisclosureSnapshot, now: Date): DisclosureView['readiness'] {
  return readinessItems.map(({ id, side }) => ({
    id,
    side: side === 'JOINT' ? 'SYSTEM' : side,
    status: itemIsMet(id, snapshot, now) ? (snapshot.readiness[id]?.status ?? 'met') : 'not_met',
    assessedAt: null,
  }));
}

function iso(at: Date | string | null | undefined): string | null {
  return at == null ? null : new Date(at).toISOString();
}

/** Every gap of a refusal that is already cut to what its reader may see. */
export function unmetGates(refusal: Refusal): UnmetGateView[] {
  return refusal.unmet.map(({ guardId, item, rule, side, actors, evidence }) => ({
    guardId,
    item,
    rule,
    side,
    actors: [...actors],
    evidence,
  }));
}
