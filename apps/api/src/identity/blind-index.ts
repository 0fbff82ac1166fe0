import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';

/** Finds accounts without storing what people type: keyed hashes of the one spelling every variant comes down to. */
@Injectable()
export class BlindIndex {
  private readonly emailKey: Buffer;
  private readonly nameKey: Buffer;

  constructor(@Inject(MASTER_KEY) masterKey: Buffer) {
    this.emailKey = purposeKey(masterKey, 'staff-email-index');
    this.nameKey = purposeKey(masterKey, 'sign-in-name-index');
  }

  ofEmail(email: string): Buffer {
    return mac(this.emailKey, foldCase(email.trim()));
  }

  /** Spaces, dots and hyphens between the words of a sign-in name all mean the same. */
  ofSignInName(name: string): Buffer {
    return mac(this.nameKey, foldCase(name.trim()).replace(/[\s._-]+/gu, '-'));
  }
}

/** A letter of its own that upper case makes an I: folding leaves it, or two mailboxes would be one account. */
const dotlessI = '\u0131';

/** NFKC and case folding; upper case first, so that letters with two lower-case forms end as one. */
function foldCase(text: string): string {
  const parts = text.normalize('NFKC').split(dotlessI);
  return parts
    .map((part) => part.toUpperCase().toLowerCase())
    .join(dotlessI)
    .normalize('NFKC');
}

function mac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
