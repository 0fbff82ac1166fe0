import { randomUUID, timingSafeEqual } from 'node:crypto';
import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { headers } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { currentActor } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { SealedPlace } from '../sealing/envelope.js';
import { MASTER_KEY, purposeKey } from '../sealing/master-key.js';
import { Vault } from '../sealing/vault.js';
import { AppError } from './app-error.js';
import { requestMac } from './canonical-request.js';
import { IdempotencyRepository, type KeyedWrite, type StoredAnswer } from './idempotency.repository.js';
import { isStorable } from './storable-input.js';

const IDEMPOTENT = 'trellis:idempotent';
const visible = /^[\x21-\x7e]{8,255}$/;

/** The handler runs once per Idempotency-Key and actor; a repeat gets the first answer. The key is required. */
export const Idempotent = (): MethodDecorator => SetMetadata(IDEMPOTENT, true);

/**
 * Runs an `@Idempotent()` handler, its record and its stored answer in one transaction. A refused or failed
 * handler leaves nothing behind and may be tried again under the same key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly macKey: Buffer;

  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
    private readonly records: IdempotencyRepository,
    private readonly vault: Vault,
    @Inject(MASTER_KEY) masterKey: Buffer,
  ) {
    this.macKey = purposeKey(masterKey, 'idempotency');
  }

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get<boolean | undefined>(IDEMPOTENT, execution.getHandler()) !== true)
      return next.handle();
    return from(this.once(execution, next));
  }

  private async once(execution: ExecutionContext, next: CallHandler): Promise<unknown> {
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const write = this.keyedWrite(execution.switchToHttp().getRequest<FastifyRequest>());
    return this.work.run(async () => {
      const id = randomUUID();
      if (!(await this.claim(id, write))) return this.replay(write, reply);
      // The handler has to start inside this callback, so that its own unit of work joins this transaction.
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const text = JSON.stringify({ answer });
      const kind = write.actor.role === 'client' ? 'person' : 'staff';
      await this.records.keepAnswer(
        write,
        reply.statusCode,
        await this.vault.seal(kind, placeOf(id, write), text),
      );
      return answer;
    });
  }

  private keyedWrite(request: FastifyRequest): KeyedWrite {
    const key = request.headers[headers.idempotencyKey];
    if (typeof key !== 'string' || !visible.test(key)) {
      throw new AppError('invalid_request', { header: headers.idempotencyKey });
    }
    // The digest walks the whole body, and the pipes that refuse such a one come later.
    if (!isStorable(request.body)) throw new AppError('invalid_request');
    return {
      actor: currentActor(),
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      key,
      requestMac: requestMac(this.macKey, request.url, request.headers[headers.ifMatch], request.body),
    };
  }

  private async claim(id: string, write: KeyedWrite): Promise<boolean> {
    try {
      return await this.records.claim(id, write);
    } catch (error) {
      if (isLockTimeout(error)) throw new AppError('idempotency_in_flight');
      throw error;
    }
  }

  private async replay(write: KeyedWrite, reply: FastifyReply): Promise<unknown> {
    const stored = await this.records.find(write);
    if (!isComplete(stored)) throw new AppError('idempotency_in_flight');
    if (!timingSafeEqual(stored.request_mac, write.requestMac)) throw new AppError('idempotency_mismatch');
    const text = await this.vault.open(placeOf(stored.id, write), stored.response_sealed);
    void reply.status(stored.status);
    return (JSON.parse(text) as { answer?: unknown }).answer;
  }
}

type CompleteAnswer = StoredAnswer & { readonly status: number; readonly response_sealed: Buffer };

function isComplete(stored: StoredAnswer | null): stored is CompleteAnswer {
  return stored !== null && stored.status !== null && stored.response_sealed !== null;
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

function placeOf(rowId: string, { actor }: KeyedWrite): SealedPlace {
  return {
    table: 'idempotency_record',
    column: 'response_sealed',
    rowId,
    clinicId: actor.clinicId,
    ownerId: actor.id,
  };
}
