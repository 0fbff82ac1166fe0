import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { headers } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextIfAny, type Surface } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AppError } from '../http/app-error.js';
import type { LiveSession, SessionLevel } from './live-session.js';
import { hashOfSessionId, newSessionId } from './session-id.js';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.js';
import { limitsOf, pinLockSeconds } from './session-limits.js';
import { SessionRepository, type NewSession, type SessionRow } from './session.repository.js';

/** Whose session it is. */
export type SessionSubject = Pick<LiveSession, 'clinicId' | 'surface' | 'subjectId' | 'role'>;

/** One signed-in device of a person. */
export interface Device {
  readonly ref: string;
  readonly device: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly current: boolean;
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const found = new WeakMap<IncomingMessage, LiveSession>();

/** The session the access guard found for this request. @throws Error on routes that let nobody in. */
export function sessionOf(request: FastifyRequest): LiveSession {
  const session = found.get(request.raw);
  if (session === undefined) throw new Error('no session was asked for on this route');
  return session;
}

/**
 * The one place that issues, finds and ends sessions. Ids are 256 random bits, known to the browser alone; the
 * database holds their SHA-256. Every limit is read from database time.
 */
@Injectable()
export class SessionStore {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  /**
   * The valid session of the request's cookie for this surface, or null; it may be locked. Activity is noted every
   * half minute, but not while it is locked.
   */
  async find(surface: Surface, request: FastifyRequest): Promise<LiveSession | null> {
    const id = readSessionCookie(surface, request);
    if (id === null) return null;
    const row = await this.work.runAsAuth(async () => {
      const live = await this.sessions.findLive(surface, hashOfSessionId(id));
      if (live?.untouched === true && !live.locked) await this.sessions.touch(live.id_hash);
      return live;
    });
    if (row === null) return null;
    const session = toSession(row);
    found.set(request.raw, session);
    return session;
  }

  /**
   * Refuses a write whose token is not the session's. Between password and second factor no token is asked for:
   * that one write carries a code which no other site can know.
   * @throws AppError cross_site_refused
   */
  requireToken(session: LiveSession, request: FastifyRequest): void {
    if (reading.has(request.method) || session.level === 'password') return;
    const given = request.headers[headers.csrf];
    const wanted = Buffer.from(session.csrfToken);
    const got = Buffer.from(typeof given === 'string' ? given : '');
    if (got.length !== wanted.length || !timingSafeEqual(got, wanted))
      throw new AppError('cross_site_refused');
  }

  /**
   * Opens a session; the cookie is written once the transaction around it is committed. With `steppedUp` a second
   * factor has just been given.
   */
  async issue(
    reply: FastifyReply,
    subject: SessionSubject,
    level: SessionLevel,
    steppedUp = false,
  ): Promise<LiveSession> {
    return this.work.runAsAuth(async () => this.open(reply, subject, level, steppedUp, null));
  }

  /**
   * Gives a session a new id, and a new level where `level` differs; the old id is dead at once. With `steppedUp`
   * the second factor has just been given. `endOthers` ends every other session of the same person too, in whatever clinic.
   * @throws AppError not_signed_in when the old id has been used up in the meantime.
   */
  async rotate(
    reply: FastifyReply,
    old: LiveSession,
    level: SessionLevel,
    { steppedUp = false, endOthers = false }: { steppedUp?: boolean; endOthers?: boolean } = {},
  ): Promise<LiveSession> {
    return this.work.runAsAuth(async () => {
      if (!(await this.sessions.revoke(old.idHash))) throw new AppError('not_signed_in');
      if (endOthers) await this.sessions.revokePerson(old.clinicId, old.subjectId);
      return this.open(reply, old, level, steppedUp, level === old.level ? old.endsAt : null);
    });
  }

  /**
   * Changes over to another clinic or role of the same person under a new id; the old one is dead at once. It ends no
   * later than the old one would have.
   * @throws AppError not_signed_in when the old id has been used up in the meantime.
   */
  async changeOver(reply: FastifyReply, old: LiveSession, subject: SessionSubject): Promise<LiveSession> {
    return this.work.runAsAuth(async () => {
      if (!(await this.sessions.revoke(old.idHash))) throw new AppError('not_signed_in');
      return this.open(reply, subject, 'full', false, old.endsAt);
    });
  }

  /** The devices on which the same person is signed in. `ref` names one of them and opens nothing. */
  async devicesOf(session: LiveSession): Promise<Device[]> {
    const rows = await this.work.runAsAuth(async () =>
      this.sessions.liveOfPerson(session.clinicId, session.subjectId),
    );
    return rows.map((row) => ({
      ref: refOf(row.id_hash),
      device: row.device,
      startedAt: row.created_at,
      seenAt: row.seen_at,
      current: row.id_hash.equals(session.idHash),
    }));
  }

  /** Ends one of the same person's sessions. True when there was one of this name. */
  async endDevice(session: LiveSession, ref: string): Promise<boolean> {
    return this.work.runAsAuth(async () => {
      const rows = await this.sessions.liveOfPerson(session.clinicId, session.subjectId);
      const row = rows.find((one) => refOf(one.id_hash) === ref);
      return row !== undefined && this.sessions.revoke(row.id_hash);
    });
  }

  /** How many devices each member of staff of a clinic is signed in on, by staff id. */
  async staffDevices(clinicId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.work.runAsAuth(async () => this.sessions.liveStaffCounts(clinicId));
    return new Map(rows.map((row) => [row.subject_id, row.count]));
  }

  /** Ends a session and takes its cookie back. */
  async end(reply: FastifyReply, session: LiveSession): Promise<void> {
    await this.work.runAsAuth(async () => this.sessions.revoke(session.idHash));
    clearSessionCookie(session.surface, reply);
  }

  /** Ends whatever session this browser still holds, so that two people are never mixed up on one device. */
  async endPrevious(surface: Surface, request: FastifyRequest): Promise<void> {
    const id = readSessionCookie(surface, request);
    if (id !== null) await this.work.runAsAuth(async () => this.sessions.revoke(hashOfSessionId(id)));
  }

  /** Ends every session of a person or member of staff; the next request of any of them is refused. */
  async endAllOf(clinicId: string, subjectId: string): Promise<number> {
    return this.work.runAsAuth(async () => this.sessions.revokeAllOf(clinicId, subjectId));
  }

  /** Ends every session of whoever this is; for staff, in every clinic and role of the same account. */
  async endEverywhere(clinicId: string, subjectId: string): Promise<number> {
    return this.work.runAsAuth(async () => this.sessions.revokePerson(clinicId, subjectId));
  }

  private async open(
    reply: FastifyReply,
    subject: SessionSubject,
    level: SessionLevel,
    steppedUp: boolean,
    endsAt: Date | null,
  ): Promise<LiveSession> {
    const id = newSessionId();
    const { clinicId, surface, subjectId, role } = subject;
    const limits = limitsOf(role, level);
    const fresh: NewSession = {
      ...{
        idHash: hashOfSessionId(id),
        clinicId,
        surface,
        subjectId,
        role,
        level,
        limits,
        steppedUp,
        endsAt,
      },
      csrfSecret: randomBytes(32),
      device: contextIfAny()?.device ?? '',
    };
    await this.sessions.add(fresh);
    const row = await this.sessions.findLive(surface, fresh.idHash);
    if (row === null) throw new AppError('not_signed_in');
    this.work.afterCommit(() => {
      writeSessionCookie(surface, reply, id);
    });
    return toSession(row);
  }
}

/** Follows from the stored hash and cannot be turned back into it. */
function refOf(idHash: Buffer): string {
  return createHash('sha256').update('session-ref').update(idHash).digest('base64url').slice(0, 22);
}

function toSession(row: SessionRow): LiveSession {
  return {
    idHash: row.id_hash,
    clinicId: row.clinic_id,
    surface: row.surface,
    subjectId: row.subject_id,
    role: row.role,
    level: row.level,
    csrfToken: createHmac('sha256', row.csrf_secret).update(row.id_hash).digest('base64url'),
    stepUpAt: row.step_up_at,
    steppedUp: row.stepped_up,
    idleSeconds: row.level === 'pin' ? pinLockSeconds : row.idle_seconds,
    locked: row.locked,
    endsAt: row.ends_at,
  };
}
