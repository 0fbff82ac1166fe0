import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import type { AtTheDoor } from '../attempt-limits.service.js';
import { forgetDevice } from '../device/device-cookie.js';
import { DevicePinRepository } from '../device/device-pin.repository.js';
import { PersonRecords } from '../person-records.js';
import { BrowserMarks, type Who } from './browser-marks.js';
import { DeviceSignRepository } from './device-sign.repository.js';

/**
 * Whose phone it is. A person may say that somebody else uses it too; then nothing of theirs stays on it but the
 * cookie of the session. That both of a couple came in on one browser is found without a word to either: only
 * therapists of each one's own side are shown it.
 */
@Injectable()
export class SharedDevices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signs: DeviceSignRepository,
    private readonly pins: DevicePinRepository,
    private readonly marks: BrowserMarks,
    private readonly records: PersonRecords,
  ) {}

  async said({ clinicId, subjectId }: Who): Promise<boolean> {
    return this.work.runAsAuth(async () => this.signs.has(clinicId, subjectId, 'shared_said'));
  }

  /**
   * Somebody came in at this browser. Notes it when their partner did so before, in as many statements as when not,
   * and has the browser keep a mark of this person, unless they said that it is not theirs alone. `names` are what
   * the browser is to be known by besides.
   */
  async cameIn(door: AtTheDoor, who: Who, names: readonly string[] = []): Promise<void> {
    const { clinicId, subjectId } = who;
    const met = (await this.partnersOf(who)).filter((id) =>
      this.marks.has(door, { clinicId, subjectId: id }),
    );
    const both = met.length === 0 ? [] : [subjectId, ...met];
    await this.work.runAsAuth(async () => this.signs.put(clinicId, both, 'shared_seen'));
    if (await this.said(who)) await this.marks.drop(door, who);
    else this.marks.keep(door, who, names);
  }

  /**
   * An invitation was opened, on whatever device: what was found of the guest before is over, and begins anew where
   * somebody else was still signed in.
   */
  async met(guest: Who, before: Who | null): Promise<void> {
    const other =
      before !== null && before.clinicId === guest.clinicId && before.subjectId !== guest.subjectId;
    const both = other ? [guest.subjectId, before.subjectId] : [];
    await this.work.runAsAuth(async () => {
      await this.signs.take(guest.clinicId, guest.subjectId, ['shared_seen']);
      await this.signs.put(guest.clinicId, both, 'shared_seen');
    });
  }

  /** What the person said this time holds, and a wish for a link is fulfilled. Joins a transaction under role auth. */
  async enrolled({ clinicId, subjectId }: Who, shared: boolean | undefined): Promise<void> {
    await this.signs.take(clinicId, subjectId, ['link_wanted']);
    if (shared === true) await this.signs.put(clinicId, [subjectId], 'shared_said');
    if (shared === false) await this.signs.take(clinicId, subjectId, ['shared_said']);
  }

  /**
   * The person says it, or that it is over. Saying it takes away what the browser keeps; the PIN of somebody who has
   * nothing else stays until they have, so that an honest answer locks nobody out.
   */
  async say(door: AtTheDoor, session: LiveSession, shared: boolean): Promise<void> {
    const { clinicId, subjectId } = session;
    const full = session.level === 'full';
    await this.work.runAsAuth(async () => {
      if (shared) await this.signs.put(clinicId, [subjectId], 'shared_said');
      else await this.signs.take(clinicId, subjectId, ['shared_said', 'shared_seen']);
      if (shared && full) await this.pins.removeAllOf(clinicId, subjectId);
      const action = shared ? 'account.device_shared' : 'account.device_own';
      await this.records.add({ clinicId, personId: subjectId }, action, 'allowed');
    });
    if (!shared) return;
    await this.marks.drop(door, session);
    if (full) forgetDevice(door.reply);
  }

  private async partnersOf({ clinicId, subjectId: id }: Who): Promise<string[]> {
    const actor = { clinicId: asClinicId(clinicId), id, role: 'client' } as const;
    return this.work.run(async () => this.signs.partners(), actor);
  }
}
