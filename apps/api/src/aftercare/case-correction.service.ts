import { Injectable } from '@nestjs/common';
import type { CorrectionView, CorrectionWordsView, MoveCorrectionRequest } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { pastMoment } from '../platform/past-moment.js';
import { Vault } from '../platform/sealing/vault.js';
import { AftercareAccess } from './aftercare-access.js';
import { toCorrection } from './aftercare.mapper.js';
import { CorrectionRepository, type CorrectionRow } from './correction.repository.js';
import { notePlace } from './places.js';

/** Additions to the disclosure, for the therapists of the recovering person's side. Nobody else learns of one. */
@Injectable()
export class CaseCorrectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: AftercareAccess,
    private readonly additions: CorrectionRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** What the person wrote, oldest first. Opened for one reader, and on record. @throws AppError not_found. */
  async words(coupleId: string, id: string): Promise<CorrectionWordsView> {
    return this.work.run(async () => {
      const { grant, correction } = await this.load(coupleId, id);
      const notes = [];
      for (const note of await this.additions.notes(grant, correction.id)) {
        const place = notePlace(grant.clinicId, note.id, note.person_id);
        const words = await this.vault.open(place, note.sealed);
        notes.push({ at: note.written_at.toISOString(), words });
      }
      await this.record('correction.read', correction);
      return { notes };
    });
  }

  /**
   * Dates the next step: told, met, or the review that the third addition asks for.
   * @throws AppError not_found, version_stale, invalid_request for a moment ahead of now, before the step before it,
   * or out of turn.
   */
  async move(
    coupleId: string,
    id: string,
    version: number,
    { step, at }: MoveCorrectionRequest,
  ): Promise<CorrectionView> {
    return this.work.run(async () => {
      const { grant, correction } = await this.load(coupleId, id);
      if (correction.version !== version) throw new AppError('version_stale');
      const now = this.clock.now();
      const next = moved(correction, step, new Date(at), now);
      if (!(await this.additions.move(grant, correction.id, version, next)))
        throw new AppError('version_stale');
      await this.record(`correction.${step}`, correction);
      return toCorrection({ ...correction, ...next, version: version + 1 }, now, grant.timeZone);
    });
  }

  private async load(coupleId: string, id: string): Promise<{ grant: CaseGrant; correction: CorrectionRow }> {
    const grant = await this.access.require('disclosure.record', coupleId);
    const all = grant.mySides.includes('RP') && isUuid(id) ? await this.additions.all(grant) : [];
    const correction = all.find((one) => one.id === id.toLowerCase());
    if (correction === undefined) throw notFound();
    return { grant, correction };
  }

  private async record(action: string, { id, person_id }: CorrectionRow): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'correction', resourceId: id, personId: person_id, decision: 'allowed' },
    });
  }
}

type Steps = Pick<CorrectionRow, 'told_at' | 'met_at' | 'reviewed_at'>;

function moved(row: CorrectionRow, step: MoveCorrectionRequest['step'], said: Date, now: Date): Steps {
  const at = pastMoment(said, now);
  const { told_at, met_at, reviewed_at, recalled_at } = row;
  const wrong = (): AppError =>
    new AppError('invalid_request', {
      fields: [{ field: step === 'told' ? 'at' : 'step', rules: ['inTurn'] }],
    });
  if (at === null)
    throw new AppError('invalid_request', { fields: [{ field: 'at', rules: ['isNotAhead'] }] });
  if (step === 'told') {
    if (told_at !== null || at < recalled_at) throw wrong();
    return { told_at: at, met_at, reviewed_at };
  }
  if (told_at === null || at < told_at) throw wrong();
  if (step === 'met') {
    if (met_at !== null) throw wrong();
    return { told_at, met_at: at, reviewed_at };
  }
  if (reviewed_at !== null) throw wrong();
  return { told_at, met_at, reviewed_at: at };
}
