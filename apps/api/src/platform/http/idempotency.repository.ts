import { Injectable } from '@nestjs/common';
import type { Actor } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';

/** What one keyed write is known by. */
export interface KeyedWrite {
  readonly actor: Actor;
  /** Method and route pattern. */
  readonly route: string;
  readonly key: string;
  readonly requestMac: Buffer;
}

export interface StoredAnswer {
  readonly id: string;
  readonly request_mac: Buffer;
  readonly status: number | null;
  readonly response_sealed: Buffer | null;
}

/** Queries over idempotency_record, always inside the keyed write's own transaction. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Takes the key. False when it was taken before; waits for a write under way with the same key and rejects
   * with SQLSTATE 55P03 when that takes longer than the lock timeout of the role (2 s).
   */
  async claim(id: string, write: KeyedWrite): Promise<boolean> {
    const inserted = await this.work.change(
      `INSERT INTO idempotency_record (clinic_id, actor_id, route, key, id, request_mac, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, app.now()) ON CONFLICT (clinic_id, actor_id, route, key) DO NOTHING`,
      [write.actor.clinicId, write.actor.id, write.route, write.key, id, write.requestMac],
    );
    return inserted === 1;
  }

  async find(write: KeyedWrite): Promise<StoredAnswer | null> {
    const rows = await this.work.rows<StoredAnswer>(
      `SELECT id, request_mac, status, response_sealed FROM idempotency_record
        WHERE clinic_id = $1 AND actor_id = $2 AND route = $3 AND key = $4`,
      [write.actor.clinicId, write.actor.id, write.route, write.key],
    );
    return rows[0] ?? null;
  }

  async keepAnswer(write: KeyedWrite, status: number, sealed: Buffer): Promise<void> {
    await this.work.change(
      `UPDATE idempotency_record SET status = $5, response_sealed = $6
        WHERE clinic_id = $1 AND actor_id = $2 AND route = $3 AND key = $4`,
      [write.actor.clinicId, write.actor.id, write.route, write.key, status, sealed],
    );
  }
}
