import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MASTER_KEY, purposeKey } from '../sealing/master-key.js';

/** Wrong codes after which an invitation is locked, and hours after which it has run out. */
export const invitationLimits = { attempts: 5, hours: 72 } as const;

/** Stands in for an invitation that does not exist, so that the same work is done. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', code_mac: Buffer.alloc(32) } as const;

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

  /** Whether the code belongs to the invitation that was found; for none the same work is done and the answer is no. */
  matches(invitation: { readonly id: string; readonly code_mac: Buffer } | null, code: string): boolean {
    const against = invitation ?? nobody;
    return timingSafeEqual(this.macOf(against.id, code), against.code_mac) && invitation !== null;
  }
}
