import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/env.js';
import { MASTER_KEY, purposeKey } from '../../platform/sealing/master-key.js';

/**
 * The link half of a way back. It goes to the account's own address and to nobody else: whoever opened the way back
 * is told the code alone. It follows from the id and the master key, so that the letter can be written by the worker
 * and the link is kept nowhere.
 */
@Injectable()
export class WayBackLink {
  private readonly key: Buffer;

  constructor(
    @Inject(MASTER_KEY) masterKey: Buffer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.key = purposeKey(masterKey, 'way-back');
  }

  /** 256 bits in 43 characters. */
  tokenOf(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }

  addressOf(id: string): string {
    return `${this.config.portalUrl}/back#${this.tokenOf(id)}`;
  }
}
