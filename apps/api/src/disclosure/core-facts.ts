import { Injectable } from '@nestjs/common';
import type {
  Compartment,
  DisclosureSnapshot,
  DisclosureState,
  HoldReason,
  LocalDate,
} from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DisclosureScope } from './disclosure-parts.service.js';

export interface ProcessRow {
  readonly id: string;
  readonly state: DisclosureState;
  readonly version: number;
  readonly openedAt: Date;
  readonly stateSince: Date;
  readonly sessionAt: Date | null;
  readonly closedAt: Date | null;
}

export interface SignatureRow {
  readonly purpose: 'readiness' | 'resume';
  readonly side: Compartment;
  readonly by: string;
  readonly at: Date;
}

/** What the process itself knows of a couple: both sides, so never for a reader as it is. */
export interface CoreRow {
  readonly zone: string;
  readonly policy: DisclosureSnapshot['policy'];
  /** The newest process, under way or ended; null before there was one. */
  readonly process: ProcessRow | null;
  readonly fact: FactRow | null;
  readonly hold: HoldRow | null;
  readonly order: {
    readonly sessionAt: Date;
    readonly recheckAt: Date | null;
    readonly version: number;
  } | null;
  readonly signatures: readonly SignatureRow[];
  readonly coSigners: readonly { event: string; askedBy: string; coSigner: string }[];
  readonly lastEventAt: Date | null;
  readonly leadId: string | null;
  readonly team: readonly { staffId: string; side: Compartment }[];
  readonly people: readonly {
    personId: string;
    side: 'RP' | 'BP';
    enrolled: boolean;
    policySigned: boolean;
  }[];
}

export interface FactRow {
  readonly readyUntil: Date | null;
  readonly recheckAt: Date | null;
  readonly recheckDoneAt: Date | null;
  readonly sessionEndedAt: Date | null;
  readonly verificationEnabled: boolean;
  readonly verificationAgreed: boolean;
  readonly turbulenceUntil: LocalDate | null;
  readonly completion: 'full' | 'partial' | null;
  readonly jointWorkFrozen: boolean;
  readonly sharingFrozen: boolean;
  readonly endedFrom: DisclosureState | null;
  readonly endedSessionAt: Date | null;
}

export interface HoldRow {
  readonly side: Compartment;
  readonly reason: HoldReason;
  readonly setBy: string;
  readonly since: Date;
  readonly resumeTo: DisclosureState;
}

type Raw = Readonly<Record<string, unknown>>;

/** Reads what the process itself knows, in one statement, as the system. */
@Injectable()
export class CoreFacts {
  constructor(private readonly work: UnitOfWork) {}

  /** Makes others who want to move the same process wait for this transaction. */
  async lock({ clinicId, coupleId }: DisclosureScope): Promise<void> {
    await this.work.rows(
      `SELECT id FROM disclosure_process WHERE clinic_id = $1 AND couple_id = $2
        ORDER BY closed_at IS NULL DESC, opened_at DESC, id DESC LIMIT 1 FOR UPDATE`,
      [clinicId, coupleId],
    );
  }

  /** @throws Error for a couple that is not in the clinic of the transaction: access was asked for before. */
  async of({ coupleId }: DisclosureScope): Promise<CoreRow> {
    const [row] = await this.work.rows<{ facts: Raw | null }>('SELECT app.disclosure_facts($1) AS facts', [
      coupleId,
    ]);
    if (row?.facts == null) throw new Error('a disclosure was asked for of no couple');
    return coreOf(row.facts);
  }
}

function coreOf(raw: Raw): CoreRow {
  const team = raw['team'] as readonly { staffId: string; side: Compartment; lead: boolean }[];
  return {
    zone: raw['zone'] as string,
    policy: raw['policy'] as CoreRow['policy'],
    process: nullable(raw['process'], processOf),
    fact: nullable(raw['fact'], factOf),
    hold: nullable(raw['hold'], holdOf),
    order: nullable(raw['order'], (order) => ({
      sessionAt: date(order['session_at']),
      recheckAt: dateOrNull(order['recheck_at']),
      version: order['version'] as number,
    })),
    signatures: (raw['signatures'] as readonly Raw[]).map((one) => ({
      purpose: one['purpose'] as SignatureRow['purpose'],
      side: one['side'] as Compartment,
      by: one['by'] as string,
      at: date(one['at']),
    })),
    coSigners: raw['coSigners'] as CoreRow['coSigners'],
    lastEventAt: dateOrNull(raw['lastEventAt']),
    leadId: team.find(({ lead }) => lead)?.staffId ?? null,
    team,
    people: raw['people'] as CoreRow['people'],
  };
}

function processOf(row: Raw): ProcessRow {
  return {
    id: row['id'] as string,
    state: row['state'] as DisclosureState,
    version: row['version'] as number,
    openedAt: date(row['opened_at']),
    stateSince: date(row['state_since']),
    sessionAt: dateOrNull(row['session_at']),
    closedAt: dateOrNull(row['closed_at']),
  };
}

function factOf(row: Raw): FactRow {
  return {
    readyUntil: dateOrNull(row['ready_until']),
    recheckAt: dateOrNull(row['recheck_at']),
    recheckDoneAt: dateOrNull(row['recheck_done_at']),
    sessionEndedAt: dateOrNull(row['session_ended_at']),
    verificationEnabled: row['verification_enabled'] as boolean,
    verificationAgreed: row['verification_agreed'] as boolean,
    turbulenceUntil: row['turbulence_until'] as LocalDate | null,
    completion: row['completion'] as FactRow['completion'],
    jointWorkFrozen: row['joint_work_frozen'] as boolean,
    sharingFrozen: row['sharing_frozen'] as boolean,
    endedFrom: row['ended_from'] as DisclosureState | null,
    endedSessionAt: dateOrNull(row['ended_session_at']),
  };
}

function holdOf(row: Raw): HoldRow {
  const kind = row['set_by_kind'] as 'staff' | 'client' | 'system';
  return {
    side: row['side'] as Compartment,
    reason: row['reason_class'] as HoldReason,
    setBy: kind === 'staff' ? (row['set_by'] as string) : kind,
    since: date(row['since']),
    resumeTo: row['resume_to'] as DisclosureState,
  };
}

function nullable<T>(value: unknown, map: (row: Raw) => T): T | null {
  return value == null ? null : map(value as Raw);
}

function date(value: unknown): Date {
  return new Date(value as string);
}

function dateOrNull(value: unknown): Date | null {
  return value == null ? null : date(value);
}
