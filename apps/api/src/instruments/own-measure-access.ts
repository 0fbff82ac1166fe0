import { Injectable } from '@nestjs/common';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AftercareAlerts } from '../aftercare/aftercare-alerts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { FormsInUse } from './forms-in-use.js';

/** A person's own place, and what they did there. */
@Injectable()
export class OwnMeasureAccess {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly desk: FormsInUse,
    private readonly alerts: AftercareAlerts,
  ) {}

  /** Runs one use case in a transaction. @throws AppError not_found when the asker is no person of a couple. */
  run<T>(use: (own: PersonGrant) => Promise<T>): Promise<T> {
    return this.work.run(async () => use(await this.people.require()));
  }

  async record(action: string, { personId }: PersonGrant, sheetId: string): Promise<void> {
    await this.desk.record(action, sheetId, personId);
  }

  async raise({ coupleId, personId }: PersonGrant, sheetId: string, at: Date): Promise<void> {
    await this.desk.raise(coupleId, sheetId, personId, at);
  }

  /** For a form that is refused: its answers are not kept, and still the own therapists hear that there was one. */
  raiseAfterwards(own: PersonGrant, sheetId: string, at: Date): void {
    this.work.afterwards(async () => {
      await this.record('safety.raised', own, sheetId);
      await this.alerts.raise(own, { side: own.side, kind: 'safety_answer', about: sheetId }, at);
    });
  }
}
