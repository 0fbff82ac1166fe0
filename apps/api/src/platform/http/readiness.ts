import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AppError } from './app-error.js';

/** Whether this process may get traffic: the database answers and the process is not on its way out. */
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
    await this.work.runAsAuth(async () => this.work.rows('SELECT 1'));
    return { status: 'ready' };
  }
}
