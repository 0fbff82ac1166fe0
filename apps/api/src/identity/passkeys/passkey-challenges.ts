import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  challengeSeconds,
  PasskeyChallengeRepository,
  type ChallengePurpose,
} from './passkey-challenge.repository.js';

/** The cookie of a browser that was asked while nobody is signed in on it. */
export const askingCookie = '__Host-passkey';
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/**
 * Challenges: 256 random bits, kept at the server for the one browser that was asked, good for one answer within
 * five minutes. A session is its own holder; before a sign-in a short-lived cookie stands for the browser.
 */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: PasskeyChallengeRepository,
  ) {}

  /** A new challenge in base64url for the holder. */
  async ask(holderHash: Buffer, purpose: ChallengePurpose): Promise<string> {
    const challenge = randomBytes(32);
    await this.work.runAsAuth(async () => {
      await this.challenges.sweep();
      await this.challenges.put(holderHash, purpose, challenge);
    });
    return challenge.toString('base64url');
  }

  /** As ask, for a browser on which nobody is signed in. */
  async askStranger(reply: FastifyReply): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const challenge = await this.ask(hashOf(id), 'sign_in');
    void reply.setCookie(askingCookie, id, { ...attributes, maxAge: challengeSeconds });
    return challenge;
  }

  /** Takes the holder's challenge away, committed before anything is compared with it. Null for none or too old. */
  async take(holderHash: Buffer, purpose: ChallengePurpose): Promise<string | null> {
    const challenge = await this.work.runAsAuth(async () => this.challenges.take(holderHash, purpose));
    return challenge?.toString('base64url') ?? null;
  }

  /** As take, for a browser on which nobody is signed in. */
  async takeOfStranger(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const id = request.cookies[askingCookie];
    if (id === undefined) return null;
    void reply.clearCookie(askingCookie, attributes);
    return this.take(hashOf(id), 'sign_in');
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
