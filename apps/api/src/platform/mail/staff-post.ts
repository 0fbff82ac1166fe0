import { Injectable } from '@nestjs/common';
import { currentActor } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Vault } from '../sealing/vault.js';
import { inBothLanguages, type LetterName } from './letters.js';
import { Mailer } from './mailer.js';
import { StaffAddressRepository } from './staff-address.repository.js';

/** Letters to members of staff. The address is opened only to send. */
@Injectable()
export class StaffPost {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: StaffAddressRepository,
    private readonly vault: Vault,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Skipped for a membership that has ended. A letter cannot be taken back: sent twice, it carries the same id, and
   * mail programs show it once. @throws MailNotSetUpError; errors of the mail server as they come.
   */
  async toActor(messageId: string, letter: LetterName): Promise<'done' | 'skipped'> {
    return this.toStaff(messageId, currentActor().id, letter);
  }

  /** As toActor, to somebody else of the same clinic; with an address of this server below the words, where there is one. */
  async toStaff(
    messageId: string,
    id: string,
    letter: LetterName,
    address?: string,
  ): Promise<'done' | 'skipped'> {
    const { clinicId } = currentActor();
    const to = await this.work.run(async () => {
      const sealed = await this.addresses.sealedEmail(clinicId, id);
      const place = { table: 'staff_member', column: 'email_sealed', rowId: id, clinicId, ownerId: id };
      return sealed === null ? null : this.vault.open(place, sealed);
    });
    if (to === null) return 'skipped';
    await this.mailer.send({ id: messageId, to, ...inBothLanguages(letter, address) });
    return 'done';
  }
}
