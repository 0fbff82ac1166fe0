import { Injectable } from '@nestjs/common';
import { migrations } from '@trellis/migrations';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AppError } from './app-error.js';

const newest = migrations.at(-1)?.name;

/** `degraded` still takes traffic: something behind it wants an operator, and the codes say what. */
export interface ReadinessView {
  readonly status: 'ready' | 'degraded';
  readonly reasons?: readonly string[];
}

/** Whether this process may get traffic: the database answers with the right tables, and nobody told it to leave. */
@Injectable()
export class Readiness {
  private leaving = false;
  private readonly watched: (() => Promise<readonly string[]>)[] = [];

  constructor(private readonly work: UnitOfWork) {}

  /** From now on not ready; requests under way go on. */
  leave(): void {
    this.leaving = true;
  }

  /** Adds a look at something that does not stop traffic. It runs under role auth and answers with codes. */
  watch(look: () => Promise<readonly string[]>): void {
    this.watched.push(look);
  }

  async check(): Promise<ReadinessView> {
    if (this.leaving) throw new AppError('busy');
    const [found] = await this.work.runAsAuth(async () =>
      this.work.rows<{ name: string }>('SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1'),
    );
    if (found?.name !== newest) throw new AppError('busy', { reason: 'database_schema' });
    const reasons = await this.work.runAsAuth(async () => {
      const found: string[] = [];
      for (const look of this.watched) found.push(...(await look()));
      return found;
    });
    return reasons.length === 0 ? { status: 'ready' } : { status: 'degraded', reasons };
  }
}
