import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { deviceNameOf, type AtTheDoor } from '../attempt-limits.service.js';
import { ClientAccountRepository } from '../client-account.repository.js';
import { KnownDevices } from '../known-devices.js';
import { ClientPasskeyRepository } from '../passkeys/client-passkey.repository.js';

/** Whose marks. */
export type Who = Pick<LiveSession, 'clinicId' | 'subjectId'>;

/** The keyed marks by which a browser is known to people of couples. Each person's are theirs to keep or to drop. */
@Injectable()
export class BrowserMarks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly known: KnownDevices,
    private readonly accounts: ClientAccountRepository,
    private readonly passkeys: ClientPasskeyRepository,
  ) {}

  /** Whether this person came in at this browser before. */
  has({ request }: AtTheDoor, who: Who): boolean {
    return this.known.of(request, nameOf(who)) !== null;
  }

  /** `names` are what the browser is to be known by besides. */
  keep({ request, reply }: AtTheDoor, who: Who, names: readonly string[]): void {
    this.known.remember(request, reply, ...names, nameOf(who));
  }

  /** Takes away whatever of this person the browser keeps, and leaves what it keeps of others as it is. */
  async drop({ request, reply }: AtTheDoor, who: Who): Promise<void> {
    const { clinicId, subjectId } = who;
    const own = await this.work.runAsAuth(async () => ({
      index: await this.accounts.indexOf(clinicId, subjectId),
      passkeys: await this.passkeys.ofPerson(clinicId, subjectId),
    }));
    const names = own.passkeys.map(({ credential_id: id }) =>
      deviceNameOf('passkey', id.toString('base64url')),
    );
    if (own.index !== null) names.push(deviceNameOf('passphrase', own.index.toString('hex')));
    const stepUps = [deviceNameOf('passphrase', subjectId), deviceNameOf('passkey', subjectId)];
    this.known.drop(request, reply, [...names, ...stepUps, nameOf(who)]);
  }
}

function nameOf({ clinicId, subjectId }: Who): string {
  return `home/${clinicId}/${subjectId}`;
}
