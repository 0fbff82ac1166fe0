import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';

/** The two halves of an invitation: the link goes one way, the code another. Neither opens anything alone. */
@Injectable()
export class InvitationCode {
  private readonly key: Buffer;

  constructor(@Inject(MASTER_KEY) masterKey: Buffer) {
    this.key = purposeKey(masterKey, 'invitation-code');
  }

  /** 256 random bits for the link, in 43 characters. */
  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** Six random digits. */
  newCode(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }

  hashOf(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  /** Bound to the invitation, so that equal codes of two invitations do not look alike. */
  macOf(invitationId: string, code: string): Buffer {
    return createHmac('sha256', this.key).update(`${invitationId}/${code}`).digest();
  }

  matches(invitationId: string, code: string, mac: Buffer): boolean {
    return timingSafeEqual(this.macOf(invitationId, code), mac);
  }
}
