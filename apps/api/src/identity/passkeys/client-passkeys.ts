import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewPasskeyRequest, PasskeyOfferView, PasskeyQuestionView } from '@trellis/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { newSignInName } from '../sign-in-name.js';
import { ClientPasskeyRepository } from './client-passkey.repository.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { madePasskey, type MadePasskey, type StoredPasskey } from './passkey-proof.js';
import { PasskeySites } from './passkey-site.js';
import { toPasskeyOffer, toPasskeyQuestion } from './passkey-wire.js';

/** How many passkeys one person may have. */
const mostPasskeys = 10;

/** Passkeys of people of couples, bound to the homework app's own address. */
@Injectable()
export class ClientPasskeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passkeys: ClientPasskeyRepository,
    private readonly challenges: PasskeyChallenges,
    private readonly sites: PasskeySites,
  ) {}

  /** What is to be signed: by anybody's passkey, or by one of the session's own person. */
  async question(challenge: string, session?: LiveSession): Promise<PasskeyQuestionView> {
    const own =
      session === undefined
        ? []
        : await this.work.runAsAuth(async () => this.passkeys.ofPerson(session.clinicId, session.subjectId));
    return toPasskeyQuestion(challenge, this.sites.of('home'), own);
  }

  /** The device lists passkeys by name: three words that say nothing of the person or of what is done here. */
  async offer(session: LiveSession): Promise<PasskeyOfferView> {
    const challenge = await this.challenges.ask(session.idHash, 'add');
    const owner = { handle: session.subjectId, name: newSignInName() };
    return toPasskeyOffer(challenge, this.sites.of('home'), owner);
  }

  /** As offer, beside those the person has: the same authenticator is not asked twice. @throws AppError passkey_limit. */
  async offerFurther(session: LiveSession): Promise<PasskeyOfferView> {
    const known = await this.requireRoom(session);
    const challenge = await this.challenges.ask(session.idHash, 'add');
    const owner = { handle: session.subjectId, name: newSignInName() };
    return toPasskeyOffer(challenge, this.sites.of('home'), owner, known);
  }

  /** The passkeys there are, where one more may be made. @throws AppError passkey_limit. */
  async requireRoom({ clinicId, subjectId }: LiveSession): Promise<StoredPasskey[]> {
    const known = await this.work.runAsAuth(async () => this.passkeys.ofPerson(clinicId, subjectId));
    if (known.length >= mostPasskeys) throw new AppError('passkey_limit', { most: mostPasskeys });
    return known;
  }

  /** As keep, beside those the person has. @throws AppError passkey_refused; passkey_limit. */
  async keepFurther(session: LiveSession, made: MadePasskey): Promise<void> {
    await this.work.runAsAuth(async () => {
      await this.requireRoom(session);
      await this.keep(session, made);
    });
  }

  /** Checks a new passkey, outside of any transaction. @throws AppError passkey_refused. */
  async check(session: LiveSession, sent: NewPasskeyRequest): Promise<MadePasskey> {
    const challenge = await this.challenges.take(session.idHash, 'add');
    const made = challenge === null ? null : await madePasskey(sent, challenge, this.sites.of('home'));
    if (made === null) throw new AppError('passkey_refused');
    return made;
  }

  /** Joins the caller's transaction under role auth. @throws AppError passkey_refused for one that is somebody's. */
  async keep({ clinicId, subjectId }: LiveSession, made: MadePasskey): Promise<void> {
    await this.work.runAsAuth(async () => {
      if (!(await this.passkeys.add(clinicId, randomUUID(), subjectId, made)))
        throw new AppError('passkey_refused');
    });
  }

  async removeAll({ clinicId, subjectId }: LiveSession): Promise<void> {
    await this.work.runAsAuth(async () => this.passkeys.removeAllOf(clinicId, subjectId));
  }
}
