import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { AppError } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import { AftercareAlerts } from './aftercare-alerts.service.js';
import { AftercarePartRepository } from './aftercare-part.repository.js';
import { AftercareRepository } from './aftercare.repository.js';
import { CorrectionRepository, type CorrectionRow, type NewCorrection } from './correction.repository.js';
import { notePlace } from './places.js';

/** Keeps what a person says they left out: its times, its sealed words, and that their therapist hears of it. */
@Injectable()
export class CorrectionKeeping {
  constructor(
    private readonly additions: CorrectionRepository,
    private readonly rows: AftercareRepository,
    private readonly part: AftercarePartRepository,
    private readonly alerts: AftercareAlerts,
    private readonly vault: Vault,
  ) {}

  /** Id of the time after a session that runs. */
  async period(own: PersonGrant): Promise<string | null> {
    return (await this.rows.period(own))?.id ?? null;
  }

  async all(own: PersonGrant): Promise<CorrectionRow[]> {
    return this.additions.all(own);
  }

  /** @throws AppError version_stale when another device was faster. */
  async open(own: PersonGrant, added: NewCorrection): Promise<void> {
    if (!(await this.additions.open(own, added))) throw new AppError('version_stale');
  }

  /** Seals the words under the person's key. With them the therapist counts as told, if they were not yet. */
  async write(own: PersonGrant, correctionId: string, words: string, at: Date): Promise<void> {
    const { clinicId, personId } = own;
    const id = randomUUID();
    const sealed = await this.vault.seal('person', notePlace(clinicId, id, personId), words);
    await this.additions.addNote(own, { id, correctionId, personId, sealed }, at);
    await this.additions.told(own, correctionId, at);
  }

  async raise(
    own: PersonGrant,
    kind: 'correction_opened' | 'staggered_review',
    about: string,
    at: Date,
  ): Promise<void> {
    await this.alerts.raise(own, { side: 'RP', kind, about }, at);
    await this.part.wind(own, at);
  }
}
