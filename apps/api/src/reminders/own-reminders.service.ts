import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChooseRemindersRequest, OwnRemindersView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import { addressPlace } from './address-place.js';
import { ReminderWishRepository, type WishRow } from './reminder-wish.repository.js';

/** What holds until a person chooses: no mail, and a night that is quiet. */
const atFirst = { quietFrom: '21:00', quietUntil: '09:00', quietDays: [], discreet: true };

/** A person's consent to reminders by mail; nobody else sees whether there is one (REMIND-01). */
@Injectable()
export class OwnRemindersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly wishes: ReminderWishRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<OwnRemindersView> {
    return this.work.run(async () => this.view(await this.people.require()));
  }

  /**
   * Gives the consent, changes what it says or takes it back, at any time. The address of the version before goes.
   * @throws AppError reminders_invalid for a consent without an address, version_stale.
   */
  async choose(version: number, request: ChooseRemindersRequest): Promise<OwnRemindersView> {
    const { given } = request;
    // Null stands for nothing, like a field that is left out.
    const address = request.address ?? null;
    if (given && address === null) throw new AppError('reminders_invalid');
    return this.work.run(async () => {
      const own = await this.people.require();
      const standing = await this.wishes.newest(own.personId);
      if ((standing?.version ?? 0) !== version) throw new AppError('version_stale');
      const id = randomUUID();
      const sealed =
        given && address !== null
          ? await this.vault.seal('person', addressPlace(own.clinicId, own.personId, id), address)
          : null;
      const row: WishRow = {
        ...{ id, version: version + 1, given, address_sealed: sealed, zone: request.timeZone },
        ...{ quiet_from: request.quietFrom, quiet_until: request.quietUntil },
        ...{ quiet_days: [...request.quietDays].sort(), discreet: request.discreet },
        made_at: this.clock.now(),
      };
      if (!(await this.wishes.replace(own, row))) throw new AppError('version_stale');
      await this.record(own, given ? 'reminders.choose' : 'reminders.decline');
      return this.view(own);
    });
  }

  private async view(own: PersonGrant): Promise<OwnRemindersView> {
    const row = await this.wishes.newest(own.personId);
    if (row === null)
      return { version: 0, given: false, address: null, timeZone: own.timeZone, since: null, ...atFirst };
    const place = addressPlace(own.clinicId, own.personId, row.id);
    return {
      version: row.version,
      given: row.given,
      address: row.address_sealed === null ? null : await this.vault.open(place, row.address_sealed),
      ...{ quietFrom: row.quiet_from, quietUntil: row.quiet_until, quietDays: row.quiet_days },
      ...{ timeZone: row.zone, discreet: row.discreet, since: row.made_at.toISOString() },
    };
  }

  private async record({ personId }: PersonGrant, action: string): Promise<void> {
    await this.audit.record({ action, resource: 'reminder_wish', personId, decision: 'allowed' });
  }
}
