import { Injectable } from '@nestjs/common';
import type { AskReleaseRequest, OwnReleaseView } from '@trellis/contracts';
import {
  asTaskId,
  decide,
  isUuid,
  needsTimeForThought,
  newRelease,
  nextRelease,
  type AccessAction,
  type ClientActor,
  type ReleaseAct,
  type ReleaseRecord,
  type TaskId,
} from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { OwnReleaseRepository, type OwnTask } from './own-release.repository.js';
import { recipientsOf } from './recipients.js';
import { refused } from './refused.js';
import { toOwnRelease } from './release.mapper.js';
import {
  isFrozenCouple,
  itemOf,
  momentOf,
  recordOf,
  type ReleasablePart,
  type ReleaseRow,
} from './release-row.js';

/** The author shares what they handed in, and takes it back. */
@Injectable()
export class OwnReleaseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly releases: OwnReleaseRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** How the sharing of one own task stands. @throws AppError not_found. */
  async one(id: string): Promise<OwnReleaseView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const { taskId } = await this.ownTask(own, id);
      return this.view(own, taskId);
    });
  }

  /**
   * Asks to share the newest revision with those named. Versioned: 0 before the first asking.
   * @throws AppError not_found, release_refused with the reason, version_stale, invalid_request for a recipient who
   * is neither the partner nor a therapist of the couple.
   */
  async ask(id: string, version: number, request: AskReleaseRequest): Promise<OwnReleaseView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      await this.releases.besideSeparation(own);
      const { taskId, task } = await this.ownTask(own, id);
      const part = await this.releases.part(own, taskId);
      if (part === null) throw refused(isHandedIn(task) ? 'not_releasable' : 'not_handed_in');
      const before = ofRevision(await this.releases.ofTask(own, taskId, true), part);
      if ((before?.version ?? 0) !== version) throw new AppError('version_stale');
      this.requireDecision('release', own, part, before);
      const recipients = recipientsOf(request, await this.releases.choices(own), part);
      const sensitive = needsTimeForThought({ code: part.template_code });
      const blank = before === null ? newRelease(part.revision, sensitive) : recordOf(before);
      const next = this.step(blank, part, { kind: 'ask', recipients, pressured: request.pressured });
      const added = await this.releases.add(own, {
        ...{ part, recipients, sensitive, state: next.state, held: next.held },
        ...{ askedAt: this.clock.now(), releasedAt: next.releasedAt },
      });
      if (!added) throw new AppError('version_stale');
      await this.record(own, 'release.ask', taskId);
      return this.view(own, taskId);
    });
  }

  /** The author's second yes, once the time for thought is over. @throws AppError as ask. */
  async confirm(id: string, version: number): Promise<OwnReleaseView> {
    return this.change(id, 'release', { kind: 'confirm' }, 'release.confirm', version);
  }

  /** Takes it back at once, whatever anybody else is doing with it; needs no version. @throws AppError as ask. */
  async revoke(id: string): Promise<OwnReleaseView> {
    return this.change(id, 'revoke', { kind: 'revoke' }, 'release.revoke');
  }

  private async change(
    id: string,
    action: AccessAction,
    act: ReleaseAct,
    auditAction: string,
    version?: number,
  ): Promise<OwnReleaseView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const { taskId } = await this.ownTask(own, id);
      const release = await this.releases.ofTask(own, taskId, true);
      if (release === null) throw refused('nothing_to_take_back');
      if (version !== undefined && release.version !== version) throw new AppError('version_stale');
      this.requireDecision(action, own, release, release);
      const next = this.step(recordOf(release), release, act);
      if (next.state === 'draft') throw refused('wrong_state');
      await this.releases.change(own, release, {
        ...{ state: next.state, confirmed_at: next.confirmedAt },
        ...{ released_at: next.releasedAt, revoked_at: next.revokedAt },
      });
      await this.record(own, auditAction, taskId);
      return this.view(own, taskId);
    });
  }

  private async ownTask(own: PersonGrant, id: string): Promise<{ taskId: TaskId; task: OwnTask }> {
    if (!isUuid(id)) throw notFound();
    const taskId = asTaskId(id);
    const task = await this.releases.task(own, taskId);
    if (task === null) throw notFound();
    return { taskId, task };
  }

  /** The guard has asked for the fresh factor by database time; the rule asks by its own clock. */
  private requireDecision(
    action: AccessAction,
    own: PersonGrant,
    part: ReleasablePart,
    release: ReleaseRow | null,
  ): void {
    const now = this.clock.now();
    const { personId, clinicId, coupleId } = own;
    const actor: ClientActor = {
      ...{ kind: 'client', personId, clinicId, coupleId, signedInWith: 'factor', stepUpAt: now },
    };
    const decision = decide(actor, action, itemOf(clinicId, part, release), now);
    if (!decision.allow) throw refused(decision.reason);
  }

  private step(record: ReleaseRecord, part: ReleasablePart, act: ReleaseAct): ReleaseRecord {
    const next = nextRelease(record, act, { kind: 'author' }, momentOf(part, this.clock.now()));
    if (!next.ok) throw refused(next.refusal);
    return next.value;
  }

  private async view(own: PersonGrant, taskId: TaskId): Promise<OwnReleaseView> {
    const part = await this.releases.part(own, taskId);
    const release = part === null ? null : ofRevision(await this.releases.ofTask(own, taskId), part);
    const names = release === null ? [] : await this.releases.recipientNames(own, release);
    return toOwnRelease(taskId, {
      ...{ part, release, names, choices: await this.releases.choices(own), timeZone: own.timeZone },
      paused: part !== null && isFrozenCouple(part),
    });
  }

  private async record(own: PersonGrant, action: string, taskId: TaskId): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'homework_task', resourceId: taskId, personId: own.personId },
      decision: 'allowed',
    });
  }
}

/** An older revision's release says nothing about the newest one. */
function ofRevision(release: ReleaseRow | null, part: ReleasablePart): ReleaseRow | null {
  return release?.answer_id === part.answer_id ? release : null;
}

function isHandedIn({ state }: OwnTask): boolean {
  return state === 'submitted' || state === 'reviewed';
}
