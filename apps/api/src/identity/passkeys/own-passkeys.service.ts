import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddPasskeyRequest, OwnPasskeysView, PasskeyOfferView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { OwnSecrets } from '../own-secrets.js';
import { OwnPasskeyRecords } from './own-passkey-records.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { madePasskey } from './passkey-proof.js';
import { PasskeySites } from './passkey-site.js';
import { toOwnPasskeysView, toPasskeyOffer } from './passkey-wire.js';
import { StaffPasskeyRepository } from './staff-passkey.repository.js';

/** How many passkeys one account may have. */
export const mostPasskeys = 10;

/**
 * The passkeys of a member of staff's own account. Adding and removing need a second factor of the last five minutes,
 * are put on record, are told by mail, and end every other session.
 */
@Injectable()
export class OwnPasskeysService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: PasskeyChallenges,
    private readonly sites: PasskeySites,
    private readonly passkeys: StaffPasskeyRepository,
    private readonly records: OwnPasskeyRecords,
    private readonly secrets: OwnSecrets,
  ) {}

  async list(session: LiveSession): Promise<OwnPasskeysView> {
    return toOwnPasskeysView((await this.records.of(session)).passkeys, mostPasskeys);
  }

  /** @throws AppError passkey_limit. */
  async offer(session: LiveSession): Promise<PasskeyOfferView> {
    const { accountId, passkeys } = await this.records.of(session);
    if (passkeys.length >= mostPasskeys) throw new AppError('passkey_limit', { most: mostPasskeys });
    const challenge = await this.challenges.ask(session.idHash, 'add');
    const owner = { handle: accountId, name: await this.secrets.email(session) };
    return toPasskeyOffer(challenge, this.sites.of('clinic'), owner, passkeys);
  }

  /** @throws AppError passkey_refused, for one that is somebody's already too; passkey_limit. */
  async add(reply: FastifyReply, session: LiveSession, body: AddPasskeyRequest): Promise<OwnPasskeysView> {
    const challenge = await this.challenges.take(session.idHash, 'add');
    const made = challenge === null ? null : await madePasskey(body, challenge, this.sites.of('clinic'));
    if (made === null) throw new AppError('passkey_refused');
    return this.work.runAsAuth(async () => {
      const { accountId, passkeys } = await this.records.of(session);
      if (passkeys.length >= mostPasskeys) throw new AppError('passkey_limit', { most: mostPasskeys });
      if (!(await this.passkeys.add(randomUUID(), accountId, body.label, made, mostPasskeys)))
        throw new AppError('passkey_refused');
      await this.leaveTrace(reply, session, 'account.passkey_add');
      return this.list(session);
    });
  }

  /** @throws AppError not_found for one that is not one's own. */
  async rename(session: LiveSession, id: string, label: string): Promise<OwnPasskeysView> {
    return this.work.runAsAuth(async () => {
      const { accountId } = await this.records.of(session);
      if (!isUuid(id) || !(await this.passkeys.rename(id, accountId, label))) throw notFound();
      return this.list(session);
    });
  }

  /** @throws AppError not_found for one that is not one's own. */
  async remove(reply: FastifyReply, session: LiveSession, id: string): Promise<OwnPasskeysView> {
    return this.work.runAsAuth(async () => {
      const { accountId } = await this.records.of(session);
      if (!isUuid(id) || !(await this.passkeys.remove(id, accountId))) throw notFound();
      await this.leaveTrace(reply, session, 'account.passkey_remove');
      return this.list(session);
    });
  }

  private async leaveTrace(reply: FastifyReply, session: LiveSession, action: string): Promise<void> {
    await this.secrets.leaveTrace(session, action);
    await this.secrets.endOtherSessions(reply, session);
  }
}
