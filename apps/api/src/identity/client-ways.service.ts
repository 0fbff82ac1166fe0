import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewPasskeyRequest, PasskeyOfferView } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { ClientAccountsService } from './client-accounts.service.js';
import { newDevice } from './device/device-cookie.js';
import { DevicePinRepository } from './device/device-pin.repository.js';
import { isCommonPin } from './device/pin-rules.js';
import { ClientPasskeys } from './passkeys/client-passkeys.js';
import { PasswordHasher } from './password-hasher.js';

/** What a person chose to come in by. `names` may not occur in a passphrase. */
export type ChosenWay =
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly names: readonly string[] }
  | { readonly kind: 'passkey'; readonly passkey: NewPasskeyRequest }
  | { readonly kind: 'device'; readonly pin: string };

/** A way that was checked and can be kept. */
export interface PreparedWay {
  /** What a session that begins with it has proved. */
  readonly level: 'full' | 'pin';
  /** Writes it down; answers the new sign-in name where there is one. */
  readonly keep: (reply: FastifyReply) => Promise<string | null>;
}

/** The three ways by which a person of a couple comes in: passphrase, passkey, or one device with a PIN. */
@Injectable()
export class ClientWaysService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: ClientAccountsService,
    private readonly passkeys: ClientPasskeys,
    private readonly devices: DevicePinRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  /** What the browser needs to make a passkey for the person of this session. */
  offer(session: LiveSession): Promise<PasskeyOfferView> {
    return this.passkeys.offer(session);
  }

  /**
   * Checks and hashes; call it outside of any transaction.
   * @throws AppError passphrase_too_short, passphrase_too_common, pin_too_common, passkey_refused; busy.
   */
  async prepare(session: LiveSession, way: ChosenWay): Promise<PreparedWay> {
    const { clinicId, subjectId } = session;
    if (way.kind === 'passphrase') {
      const hash = await this.accounts.hash(way.passphrase, way.names);
      return { level: 'full', keep: async () => this.accounts.open(clinicId, subjectId, hash) };
    }
    if (way.kind === 'device') return this.prepareDevice(session, way.pin);
    const made = await this.passkeys.check(session, way.passkey);
    return {
      level: 'full',
      keep: async () => {
        await this.passkeys.keep(session, made);
        return null;
      },
    };
  }

  /**
   * Keeps the way and ends every other one: whoever held an old device or passkey holds nothing. Joins the caller's
   * transaction under role auth. @throws AppError passkey_refused for a passkey that is somebody's already.
   */
  async replaceAll(reply: FastifyReply, session: LiveSession, way: PreparedWay): Promise<string | null> {
    const { clinicId, subjectId } = session;
    return this.work.runAsAuth(async () => {
      await this.accounts.close(clinicId, subjectId);
      await this.passkeys.removeAll(session);
      await this.devices.removeAllOf(clinicId, subjectId);
      return way.keep(reply);
    });
  }

  private async prepareDevice({ clinicId, subjectId }: LiveSession, pin: string): Promise<PreparedWay> {
    if (isCommonPin(pin)) throw new AppError('pin_too_common');
    const pinHash = await this.hasher.hash(pin);
    return {
      level: 'pin',
      keep: async (reply) => {
        const device = newDevice();
        await this.devices.add(clinicId, randomUUID(), subjectId, device.hash, pinHash);
        this.work.afterCommit(() => {
          device.write(reply);
        });
        return null;
      },
    };
  }
}
