import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OpenedWayBackView } from '@trellis/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { InvitationCode } from '../../platform/links/invitation-code.js';
import { StaffService } from '../staff.service.js';
import { WayBackLink } from './way-back-link.js';
import { WayBackRecords } from './way-back-records.js';
import { WayBackRepository, type StandingWayBack, type WayBackKeys } from './way-back.repository.js';

/**
 * The way back for a colleague who lost authenticator, recovery codes or password, as the office opens it. The link
 * goes to the account's own address, the code is told by whoever opened it: neither an administrator nor whoever
 * reads the mail comes in alone. For somebody who decides in an office two have to agree.
 */
@Injectable()
export class WayBackService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: WayBackRepository,
    private readonly staff: StaffService,
    private readonly code: InvitationCode,
    private readonly link: WayBackLink,
    private readonly records: WayBackRecords,
  ) {}

  /** Ends the one before. @throws AppError not_found; staff_not_yourself. */
  async ask(staffId: string): Promise<OpenedWayBackView> {
    return this.work.run(async () => {
      await this.staff.requireColleague(staffId);
      const two = await this.rows.decides(staffId);
      const id = randomUUID();
      const code = this.code.newCode();
      await this.rows.supersede(staffId);
      await this.rows.ask(id, staffId, two ? null : this.keysOf(id, code));
      await this.records.asked(id, staffId);
      if (!two) await this.records.opened(id, staffId);
      return this.view(id, two ? null : code);
    });
  }

  /** The second person; the code is theirs to tell. @throws AppError not_found; staff_way_back_one_person; staff_way_back_over. */
  async agree(id: string): Promise<OpenedWayBackView> {
    return this.work.run(async () => {
      const row = await this.require(id);
      if (row.own) throw new AppError('staff_way_back_one_person');
      const code = this.code.newCode();
      if (row.opened || !(await this.rows.agree(id, this.keysOf(id, code))))
        throw new AppError('staff_way_back_over');
      await this.records.opened(id, row.staff_id);
      return this.view(id, code);
    });
  }

  /** @throws AppError not_found when none of this id stands. */
  async takeBack(id: string): Promise<void> {
    await this.work.run(async () => {
      if (!(await this.rows.takeBack(id))) throw notFound();
      await this.records.takenBack(id);
    });
  }

  private keysOf(id: string, code: string): WayBackKeys {
    return { tokenHash: this.code.hashOf(this.link.tokenOf(id)), codeMac: this.code.macOf(id, code) };
  }

  private async require(id: string): Promise<StandingWayBack> {
    const [row] = await this.rows.standing(id);
    if (row === undefined) throw notFound();
    return row;
  }

  private async view(id: string, code: string | null): Promise<OpenedWayBackView> {
    const { expires_at: expiresAt } = await this.require(id);
    return { id, code, expiresAt: expiresAt.toISOString() };
  }
}
