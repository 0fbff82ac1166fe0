import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { contextIfAny, currentActor, type Actor } from '../context/request-context.js';
import { DataSources, type Pool } from './data-sources.js';
import { beginAs } from './sql.js';

/**
 * What is done as the system inside somebody's transaction: taking a step of a disclosure, which rests on facts of both
 * sides and is written where neither side can see, and looking at those facts. Nothing else may.
 */
export type SystemAct = 'disclosure.step' | 'disclosure.facts';

interface OpenWork {
  readonly runner: QueryRunner;
  readonly actor: Actor | null;
  readonly pool: Pool;
  readonly afterCommit: (() => void)[];
  readonly afterwards: (() => Promise<void>)[];
  /** What is done as the system just now. */
  systemAct: SystemAct | null;
}

const become = "SELECT set_config('app.actor_id', $1, true), set_config('app.actor_role', $2, true)";

/**
 * The only place that opens a transaction. Every statement of every repository runs inside `run`, after the
 * context that row-level security reads has been set; nested calls join. Nothing slow belongs inside: no mail,
 * no password hashing, no other service.
 */
@Injectable()
export class UnitOfWork {
  private readonly storage = new AsyncLocalStorage<OpenWork>();

  constructor(private readonly sources: DataSources) {}

  /** Runs `work` as the signed-in actor of the request, or as `actor` where one is named (jobs, set-up). */
  async run<T>(
    work: () => Promise<T>,
    actor: Actor = currentActor(),
    pool: Pool = poolOfContext(),
  ): Promise<T> {
    const open = this.storage.getStore();
    if (open !== undefined) return this.join(open, actor, work);
    return this.open(pool, actor, beginAs(actor), work);
  }

  /** Before anybody is signed in: identity tables only, under role auth, without a clinic. */
  async runAsAuth<T>(work: () => Promise<T>): Promise<T> {
    const open = this.storage.getStore();
    if (open?.pool === 'auth') return work();
    return this.open('auth', null, 'BEGIN', work);
  }

  /** For the outbox relay alone: role worker without a clinic, which sees no rows, only the claim function. */
  async runAsDispatch<T>(work: () => Promise<T>): Promise<T> {
    return this.open('worker', null, 'BEGIN', work);
  }

  /** The manager of the open transaction; repositories take it afresh in every method. */
  get manager(): EntityManager {
    return this.current().runner.manager;
  }

  /** Runs one parameterised statement and returns its rows. */
  async rows<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { records }: { records?: unknown } = await this.current().runner.query(text, [...parameters], true);
    return (records ?? []) as Row[];
  }

  /** As rows, for statements that change: the number of rows changed. */
  async change(text: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.current().runner.query(text, [...parameters], true);
    return result.affected ?? 0;
  }

  /**
   * Runs `work` in the open transaction as the system of the same clinic, and goes back to whoever opened it. The code
   * around it still knows who acts; row-level security alone sees the system. One at a time: nothing else of the
   * transaction may run beside it.
   */
  async asSystem<T>(act: SystemAct, work: () => Promise<T>): Promise<T> {
    const open = this.current();
    const { actor, runner } = open;
    if (open.systemAct !== null) return work();
    if (actor === null) throw new Error(`${act}: no clinic is set in this transaction`);
    await runner.query(become, [actor.clinicId, 'system']);
    open.systemAct = act;
    try {
      return await work();
    } finally {
      open.systemAct = null;
      // After a failed statement nothing more can run, and the settings go with the transaction.
      await runner.query(become, [actor.id, actor.role]).catch(() => undefined);
    }
  }

  /** Calls back once the transaction is committed; never when it is rolled back. */
  afterCommit(callback: () => void): void {
    this.current().afterCommit.push(callback);
  }

  /**
   * Runs `work` in a short transaction of its own as soon as the open one has ended, committed or not, and before
   * the caller goes on. For the record of a refusal, which has to outlive the rollback that the refusal causes.
   */
  afterwards(work: () => Promise<void>): void {
    this.current().afterwards.push(work);
  }

  private current(): OpenWork {
    const open = this.storage.getStore();
    if (open === undefined) throw new Error('no open unit of work: wrap the use case in UnitOfWork.run');
    return open;
  }

  private join<T>(open: OpenWork, actor: Actor, work: () => Promise<T>): Promise<T> {
    if (
      open.actor?.clinicId !== actor.clinicId ||
      open.actor.id !== actor.id ||
      open.actor.role !== actor.role
    ) {
      throw new Error('a unit of work is open for somebody else');
    }
    return work();
  }

  private async open<T>(pool: Pool, actor: Actor | null, begin: string, work: () => Promise<T>): Promise<T> {
    const runner = this.sources.of(pool).createQueryRunner();
    const opened: OpenWork = { runner, actor, pool, afterCommit: [], afterwards: [], systemAct: null };
    try {
      return await this.transact(opened, begin, work);
    } finally {
      // One connection at a time: a second one taken while the first is held could starve the pool.
      for (const late of opened.afterwards) await this.open(pool, actor, begin, late);
    }
  }

  private async transact<T>(opened: OpenWork, begin: string, work: () => Promise<T>): Promise<T> {
    const { runner } = opened;
    try {
      await runner.query(begin);
      const result = await this.storage.run(opened, work);
      await runner.query('COMMIT');
      for (const callback of opened.afterCommit) callback();
      return result;
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** A connection that cannot even roll back is broken; the pool drops it, and the first error is what counts. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('ROLLBACK');
    } catch {
      return;
    }
  }
}

/** Jobs run under the worker's role, requests under the API's, whichever code they share. */
function poolOfContext(): Pool {
  return contextIfAny()?.surface === 'job' ? 'worker' : 'api';
}
