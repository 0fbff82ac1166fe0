import { Injectable } from '@nestjs/common';
import { isUuid } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { notFound } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import { detailsPlace } from './slip-log.js';
import { SlipRepository, type SlipRow } from './slip.repository.js';

/** The wall of slips: therapists of the recovering person's side, and of joint work what it was asked to help with. */
@Injectable()
export class SlipOpening {
  constructor(
    private readonly cases: CaseAccess,
    private readonly slips: SlipRepository,
    private readonly vault: Vault,
  ) {}

  /** @throws AppError not_found without the recovering person's side or the joint work. */
  async require(coupleId: string): Promise<CaseGrant> {
    const grant = await this.cases.require('disclosure.record', coupleId);
    if (!grant.mySides.includes('RP') && !grant.mySides.includes('JOINT')) throw notFound();
    return grant;
  }

  /** @throws AppError not_found without the recovering person's side. */
  async requireOwn(coupleId: string): Promise<CaseGrant> {
    const grant = await this.cases.require('disclosure.record', coupleId);
    if (!grant.mySides.includes('RP')) throw notFound();
    return grant;
  }

  /** @throws AppError not_found for one that the asker may not know of. */
  async one(grant: CaseGrant, id: string): Promise<SlipRow> {
    const row = isUuid(id) ? await this.slips.one(grant, id) : null;
    if (row === null) throw notFound();
    return row;
  }

  /** @throws AppError not_found for one without words. */
  async words(grant: CaseGrant, row: SlipRow): Promise<string> {
    const sealed = await this.slips.sealed(grant, row.id);
    if (sealed === null) throw notFound();
    return this.vault.open(detailsPlace(grant.clinicId, row.id, row.person_id), sealed);
  }
}
