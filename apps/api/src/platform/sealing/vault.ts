import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataKeyRepository, type KeyKind, type WrappedKey } from './data-key.repository.js';
import { keyIdOf, openBytes, SealBrokenError, sealBytes, wrapPlace, type SealedPlace } from './envelope.js';
import { KeyCache } from './key-cache.js';
import { MASTER_KEYS, type MasterKeys } from './master-keys.js';
import type { UnitOfWork } from '../database/unit-of-work.js';

export type { KeyKind } from './data-key.repository.js';

/**
 * Seals and opens words. Every person has a key of their own, wrapped by the clinic's key, wrapped by a master key.
 * Works inside the caller's unit of work, so that a new key and the first words under it commit together. A cached
 * key spares the unwrapping, not the look at the database: what is destroyed there opens nothing here.
 */
@Injectable()
export class Vault {
  constructor(
    @Inject(MASTER_KEYS) private readonly masters: MasterKeys,
    private readonly keys: DataKeyRepository,
    private readonly cache: KeyCache,
  ) {}

  /** Seals text of `place.ownerId` under that owner's key of the given kind. */
  async seal(kind: KeyKind, place: SealedPlace, text: string): Promise<Buffer> {
    const key = await this.keyFor(place.clinicId, kind, place.ownerId);
    return sealBytes(key.bytes, key.id, place, Buffer.from(text, 'utf8'));
  }

  /** Opens what seal made. @throws SealBrokenError when it was moved, altered, or its key is destroyed. */
  async open(place: SealedPlace, sealed: Buffer): Promise<string> {
    const bytes = await this.bytesById(place.clinicId, keyIdOf(sealed));
    return openBytes(bytes, place, sealed).toString('utf8');
  }

  /** The same words under the key their owner has now, or null when they are under it already. @throws SealBrokenError */
  async reseal(place: SealedPlace, sealed: Buffer): Promise<Buffer | null> {
    const key = await this.keys.byId(place.clinicId, keyIdOf(sealed));
    if (key === null) throw new SealBrokenError('the key of a sealed value is not in this clinic');
    const plain = openBytes(await this.bytesOf(place.clinicId, key), place, sealed);
    const now = await this.keyFor(place.clinicId, key.kind, key.owner_id);
    return now.id === key.id ? null : sealBytes(now.bytes, now.id, place, plain);
  }

  /** Retires the key an owner has and makes the next one. What was sealed before stays readable. Answers its id. */
  async renew(clinicId: string, kind: KeyKind, ownerId: string): Promise<string> {
    await this.keys.retire(clinicId, kind, ownerId);
    return (await this.keyFor(clinicId, kind, ownerId)).id;
  }

  /** Takes keys that were destroyed out of the memory of this process. */
  forget(clinicId: string, ids: readonly string[]): void {
    for (const id of ids) this.cache.forget(clinicId, id);
  }

  private async keyFor(
    clinicId: string,
    kind: KeyKind,
    ownerId: string,
  ): Promise<{ id: string; bytes: Buffer }> {
    const found = await this.keys.current(clinicId, kind, ownerId);
    if (found === null) await this.keys.add(clinicId, await this.newKey(clinicId, kind, ownerId));
    const current = found ?? (await this.keys.current(clinicId, kind, ownerId));
    if (current === null) throw new SealBrokenError('a new key did not appear');
    return { id: current.id, bytes: await this.bytesOf(clinicId, current) };
  }

  private async newKey(clinicId: string, kind: KeyKind, ownerId: string): Promise<WrappedKey> {
    const id = randomUUID();
    const place = wrapPlace(clinicId, id, ownerId);
    const bytes = randomBytes(32);
    if (kind === 'clinic') {
      return { id, kind, owner_id: ownerId, wrapped: await this.masters.wrap(place, bytes) };
    }
    const wrapper = await this.keyFor(clinicId, 'clinic', clinicId);
    return { id, kind, owner_id: ownerId, wrapped: sealBytes(wrapper.bytes, wrapper.id, place, bytes) };
  }

  private async bytesById(clinicId: string, id: string): Promise<Buffer> {
    const cached = this.keys.isKnownLive(id) ? this.cache.get(clinicId, id) : null;
    if (cached !== null) return cached;
    const key = await this.keys.byId(clinicId, id);
    if (key === null) throw new SealBrokenError('the key of a sealed value is not in this clinic');
    return this.bytesOf(clinicId, key);
  }

  /** `key` as it was just read. */
  private async bytesOf(clinicId: string, key: WrappedKey): Promise<Buffer> {
    if (key.wrapped === null) {
      this.cache.forget(clinicId, key.id);
      throw new SealBrokenError('the key of a sealed value was destroyed');
    }
    return this.cache.get(clinicId, key.id) ?? this.unwrap(clinicId, key, key.wrapped);
  }

  private async unwrap(clinicId: string, key: WrappedKey, wrapped: Buffer): Promise<Buffer> {
    const place = wrapPlace(clinicId, key.id, key.owner_id);
    const bytes =
      key.kind === 'clinic'
        ? await this.masters.unwrap(place, wrapped)
        : openBytes(await this.bytesById(clinicId, keyIdOf(wrapped)), place, wrapped);
    this.cache.set(clinicId, key.id, bytes);
    return bytes;
  }
}

/** A vault outside of the server, over the connections of `work`: for commands of the operator. */
export function vaultOver(work: UnitOfWork, masters: MasterKeys): Vault {
  return new Vault(masters, new DataKeyRepository(work), new KeyCache());
}
