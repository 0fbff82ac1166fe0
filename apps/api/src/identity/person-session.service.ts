import { Injectable } from '@nestjs/common';
import type { PassphraseSignInRequest, PersonSessionView } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { verifyWith } from '../platform/session/verify-with.js';
import { BlindIndex } from './blind-index.js';
import { OwnProfileService } from './own-profile.service.js';
import type { PassphraseCredentials, PassphraseFinding } from './passphrase.strategy.js';
import { PersonRecords } from './person-records.js';
import { HomeAttempts } from './shared-device/home-attempts.service.js';
import { toPersonSessionView } from './person-session.mapper.js';

/** Signs people of couples in and out. */
@Injectable()
export class PersonSessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly attempts: HomeAttempts,
    private readonly index: BlindIndex,
    private readonly profiles: OwnProfileService,
    private readonly records: PersonRecords,
  ) {}

  /** @throws AppError sign_in_refused for unknown and wrong alike; too_many_attempts; busy. */
  async signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    body: PassphraseSignInRequest,
  ): Promise<PersonSessionView> {
    const signInIndex = this.index.ofSignInName(body.signInName);
    const account = signInIndex.toString('hex');
    const attempt = await this.attempts.begin({ request, reply }, 'passphrase', account);
    const credentials: PassphraseCredentials = {
      signInIndex,
      passphrase: body.passphrase,
      mustWait: attempt.mustWait,
    };
    const finding = await verifyWith<PassphraseFinding>('person-passphrase', credentials);
    if (finding === null) {
      await this.records.addNone();
      throw new AppError('sign_in_refused');
    }
    if (!finding.accepted) {
      await this.records.add(finding, 'session.passphrase', 'refused');
      throw new AppError('sign_in_refused');
    }
    await this.sessions.endPrevious('home', request);
    const { clinicId, personId } = finding;
    const session = await this.work.runAsAuth(async () => {
      await this.records.add(finding, 'session.passphrase', 'allowed');
      return this.sessions.issue(
        reply,
        { clinicId, surface: 'home', subjectId: personId, role: 'client' },
        'full',
        true,
      );
    });
    await attempt.succeeded(session);
    return this.view(session);
  }

  /** What the session lets see, while enrolling as well as afterwards. */
  async view(session: LiveSession): Promise<PersonSessionView> {
    return toPersonSessionView(session, await this.profiles.of(session));
  }

  async signOut(reply: FastifyReply, session: LiveSession): Promise<void> {
    await this.records.add(
      { clinicId: session.clinicId, personId: session.subjectId },
      'session.sign_out',
      'allowed',
    );
    await this.sessions.end(reply, session);
  }

  /** Leaving in a hurry: whatever session there is ends; nothing is said when there is none. */
  async exit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.sessions.find('home', request);
    if (session !== null) await this.signOut(reply, session);
  }
}
