import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor, type ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { inBothLanguages } from '../platform/mail/letters.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Vault } from '../platform/sealing/vault.js';
import { StaffAddressRepository } from './staff-address.repository.js';

/** Outbox kind of this letter; the subject is the export. */
export const exportReadyKind = 'mail.export-ready';

/** Tells the administrator who ordered an export that it can be fetched. The letter names nothing else. */
@Injectable()
export class ExportReadyJob implements JobHandler, OnModuleInit {
  readonly kind = exportReadyKind;
  readonly roles: readonly ActorRole[] = ['clinic_admin', 'owner'];

  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: StaffAddressRepository,
    private readonly vault: Vault,
    private readonly mailer: Mailer,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** A letter cannot be taken back: sent twice, it carries the same message id, and mail programs show it once. */
  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    const { clinicId, id } = currentActor();
    const to = await this.work.run(async () => {
      const sealed = await this.addresses.sealedEmail(clinicId, id);
      const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
      return sealed === null ? null : this.vault.open(place, sealed);
    });
    if (to === null) return 'skipped';
    await this.mailer.send({ id: message.id, to, ...inBothLanguages('exportReady') });
    return 'done';
  }
}
