import { randomUUID, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Client } from 'pg';
import { CONFIG, type Config } from '../platform/config/env.js';
import { roleUrl } from '../platform/database/runtime-roles.js';
import { failureCodeOf } from '../platform/jobs/failure-code.js';
import { Mailer } from '../platform/mail/mailer.js';
import { MASTER_KEY } from '../platform/sealing/master-key.js';
import { countChains } from './chain.repository.js';
import { checkpointLetter } from './checkpoint-letter.js';
import { signedLines } from './checkpoint-round.js';
import { signingKey } from './checkpoint.js';

/**
 * Sends the checkpoints of every chain away once a day, where an address is set: whoever owns the server could write
 * both the record and the file of checkpoints anew, but not what lies in somebody else's mailbox.
 */
@Injectable()
export class CheckpointMail {
  private readonly key: KeyObject;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MASTER_KEY) private readonly masterKey: Buffer,
    private readonly mailer: Mailer,
    private readonly logger: PinoLogger,
  ) {
    this.key = signingKey(masterKey);
  }

  /** Whether a letter was sent. Never rejects: what could not be sent is tried again at the next look. */
  async sendWhenDue(): Promise<boolean> {
    const { checkpointMail: to } = this.config;
    if (to === null) return false;
    const client = new Client({
      connectionString: roleUrl(this.config.databaseDirectUrl, this.masterKey, 'trellis_audit'),
      connectionTimeoutMillis: 2000,
      application_name: 'trellis-checkpoint-mail',
    });
    try {
      await client.connect();
      return await this.send(client, to);
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'the checkpoints could not be sent');
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** The day is claimed before anything is sent, and given back when it was not. */
  private async send(client: Client, to: string): Promise<boolean> {
    const claimed = await claimDay(client);
    if (claimed === null) return false;
    try {
      await client.query('BEGIN READ ONLY');
      const chains = await countChains(client);
      await client.query('COMMIT');
      const lines = signedLines(this.key, chains, '');
      await this.mailer.send({ id: randomUUID(), to, ...checkpointLetter(lines, claimed.at) });
      return true;
    } catch (error) {
      await client.query('ROLLBACK');
      await client.query("UPDATE upkeep SET done_at = $1 WHERE name = 'checkpoint_mail'", [claimed.before]);
      throw error;
    }
  }
}

/** By the database's clock. */
interface Claimed {
  readonly before: string;
  readonly at: Date;
}

/** When the last letter was sent, for the one process that sends the next; null when none is due. */
async function claimDay(client: Client): Promise<Claimed | null> {
  const { rows } = await client.query<Claimed>(
    `UPDATE upkeep u SET done_at = now() FROM (SELECT x.done_at FROM upkeep x WHERE x.name = 'checkpoint_mail'
        AND x.done_at <= now() - interval '1 day' FOR UPDATE SKIP LOCKED) last
      WHERE u.name = 'checkpoint_mail' RETURNING last.done_at::text AS before, u.done_at AS at`,
  );
  return rows[0] ?? null;
}
