import { Injectable } from '@nestjs/common';
import type { RecoveryCodesView, SetUpClinicRequest } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { AppError } from '../platform/http/app-error.js';
import { SessionStore } from '../platform/session/session-store.js';
import { ClinicSetupService, type NewStaff } from './clinic-setup.service.js';
import { StaffAccountsService } from './staff-accounts.service.js';

/** Writes clinic and owner, and opens the owner's first session. */
@Injectable()
export class FirstOwner {
  constructor(
    private readonly accounts: StaffAccountsService,
    private readonly setup: ClinicSetupService,
    private readonly sessions: SessionStore,
  ) {}

  async create(
    reply: FastifyReply,
    body: SetUpClinicRequest,
    factor: { readonly totpSecret: string; readonly usedStep: number },
    admit: () => Promise<void>,
  ): Promise<RecoveryCodesView> {
    const { email, password, name, credentials } = body;
    this.accounts.requireGood(password, email, [body.clinicName, name]);
    const owner: NewStaff = { name, credentials, email, password, role: 'owner', ...factor };
    const staff = body.alsoTherapist ? [owner, { ...owner, role: 'therapist' as const }] : [owner];
    const clinic = { name: body.clinicName, timeZone: body.timeZone, phone: body.phone };
    const made = await this.setup.create(clinic, staff, admit);
    const first = made.staff[0];
    if (first === undefined) throw new AppError('unexpected');
    const subject = {
      clinicId: made.clinicId,
      surface: 'clinic',
      subjectId: first.id,
      role: 'owner',
    } as const;
    await this.sessions.issue(reply, subject, 'full', true);
    return { codes: [...first.recoveryCodes] };
  }
}
