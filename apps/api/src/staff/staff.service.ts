import { Injectable } from '@nestjs/common';
import type { ChangeStaffRequest, StaffListView } from '@trellis/contracts';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { SessionStore } from '../platform/session/session-store.js';
import { StaffInvitationRepository } from './staff-invitation.repository.js';
import { StaffRecords } from './staff-records.js';
import { toStaffListView } from './staff.mapper.js';
import { StaffRepository, type MemberRow } from './staff.repository.js';
import { WayBackRepository } from './way-back/way-back.repository.js';

/** The staff of a clinic, as owner and administrators manage it. Nothing here reads or sets what opens an account. */
@Injectable()
export class StaffService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationRepository,
    private readonly sessions: SessionStore,
    private readonly records: StaffRecords,
    private readonly waysBack: WayBackRepository,
  ) {}

  async list(): Promise<StaffListView> {
    const actor = currentActor();
    const { members, invitations, waysBack } = await this.work.run(async () => ({
      members: await this.staff.all(),
      invitations: await this.invitations.allOpen(),
      waysBack: await this.waysBack.standing(),
    }));
    const devices = await this.sessions.staffDevices(actor.clinicId);
    return toStaffListView({ members, invitations, waysBack, devices, actor });
  }

  /**
   * Sets role and whether somebody may come in. Every session of theirs ends, so that nobody keeps what was taken.
   * @throws AppError not_found; not_allowed when an admin touches or makes an owner; staff_not_yourself;
   * staff_last_owner; staff_already_here when the same account holds that role as a membership of its own.
   */
  async change(id: string, { role, active }: ChangeStaffRequest): Promise<void> {
    const { clinicId } = currentActor();
    await this.work.run(async () => {
      await this.staff.lockStaff();
      const members = await this.staff.all();
      const member = this.requireChangeable(members, id);
      if (role === 'owner' && currentActor().role !== 'owner') throw new AppError('not_allowed');
      const staysOwner = role === 'owner' && active;
      if (isOwner(member) && !staysOwner && members.filter(isOwner).length === 1)
        throw new AppError('staff_last_owner');
      if (role !== member.role) await this.requireFree(id, role);
      if (!(await this.staff.change(id, role, active))) throw notFound();
      if (role !== member.role) await this.records.write('staff.role', 'staff_member', id);
      if (active !== member.active)
        await this.records.write(active ? 'staff.enable' : 'staff.disable', 'staff_member', id);
    });
    await this.sessions.endAllOf(clinicId, id);
  }

  /** Signs somebody out everywhere in this clinic. @throws AppError not_found; not_allowed for an owner seen by an admin. */
  async endSessions(id: string): Promise<void> {
    const { clinicId } = currentActor();
    await this.work.run(async () => {
      this.requireChangeable(await this.staff.all(), id);
      await this.records.write('staff.end_sessions', 'staff_member', id);
    });
    await this.sessions.endAllOf(clinicId, id);
  }

  /** Somebody who works here, and is not the asker in whatever role. @throws AppError not_found; staff_not_yourself. */
  async requireColleague(id: string): Promise<void> {
    const member = (await this.staff.all()).find((one) => one.id === id);
    if (member?.active !== true) throw notFound();
    const mine = await this.staff.accountOf(currentActor().id);
    if (id === currentActor().id || (await this.staff.accountOf(id)) === mine)
      throw new AppError('staff_not_yourself');
  }

  private requireChangeable(members: readonly MemberRow[], id: string): MemberRow {
    const actor = currentActor();
    const member = members.find((one) => one.id === id);
    if (member === undefined) throw notFound();
    if (member.id === actor.id || member.mine) throw new AppError('staff_not_yourself');
    if (member.role === 'owner' && actor.role !== 'owner') throw new AppError('not_allowed');
    return member;
  }

  private async requireFree(id: string, role: MemberRow['role']): Promise<void> {
    const accountId = await this.staff.accountOf(id);
    if (accountId !== null && (await this.staff.holds(accountId, role)))
      throw new AppError('staff_already_here');
  }
}

function isOwner(member: MemberRow): boolean {
  return member.role === 'owner' && member.active;
}
