import { Injectable } from '@nestjs/common';
import { migrations } from '@trellis/migrations';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AppError } from './app-error.js';

const newest = migrations.at(-1)?.name;

/** Whether this process may get traffic: the database answers with the right tables, and nobody told it to leave. */
@Injectable()
export class Readiness {
  private leaving = false;

  constructor(private readonly work: UnitOfWork) {}

  /** From now on not ready; requests under way go on. */
  leave(): void {
    this.leaving = true;
  }

  async check(): Promise<{ status: 'ready' }> {
    if (this.leaving) throw new AppError('busy');
    const [found] = await this.work.runAsAuth(async () =>
      this.work.rows<{ name: string }>('SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1'),
    );
    if (found?.name !== newest) throw new AppError('busy', { reason: 'database_schema' });
    return { status: 'ready' };
  }
}
