import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataKeyRepository, type KeyKind, type WrappedKey } from './data-key.repository.js';
import { keyIdOf, openBytes, SealBrokenError, sealBytes, type SealedPlace } from './envelope.js';
import { KeyCache } from './key-cache.js';
import { MASTER_KEY } from './master-key.js';

const masterKeyId = '00000000-0000-4000-8000-000000000001';

/**
 * Seals and opens words. Every person has a key of their own, wrapped by the clinic's key, wrapped by the master
 * key. Works inside the caller's unit of work, so that a new key and the first words under it commit together.
 */
@Injectable()
export class Vault {
  constructor(
    @Inject(MASTER_KEY) private readonly masterKey: Buffer,
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
    const id = keyIdOf(sealed);
    const bytes = this.cache.get(place.clinicId, id) ?? (await this.unwrapById(place.clinicId, id));
    return openBytes(bytes, place, sealed).toString('utf8');
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
    return {
      id: current.id,
      bytes: this.cache.get(clinicId, current.id) ?? (await this.unwrap(clinicId, current)),
    };
  }

  private async newKey(clinicId: string, kind: KeyKind, ownerId: string): Promise<WrappedKey> {
    const id = randomUUID();
    const wrapper =
      kind === 'clinic'
        ? { id: masterKeyId, bytes: this.masterKey }
        : await this.keyFor(clinicId, 'clinic', clinicId);
    const wrapped = sealBytes(wrapper.bytes, wrapper.id, wrapPlace(clinicId, id, ownerId), randomBytes(32));
    return { id, kind, owner_id: ownerId, wrapped };
  }

  private async unwrapById(clinicId: string, id: string): Promise<Buffer> {
    const key = await this.keys.byId(clinicId, id);
    if (key === null) throw new SealBrokenError('the key of a sealed value is not in this clinic');
    return this.unwrap(clinicId, key);
  }

  private async unwrap(clinicId: string, key: WrappedKey): Promise<Buffer> {
    if (key.wrapped === null) throw new SealBrokenError('the key of a sealed value was destroyed');
    const wrapper = key.kind === 'clinic' ? this.masterKey : await this.wrapperOf(clinicId, key.wrapped);
    const bytes = openBytes(wrapper, wrapPlace(clinicId, key.id, key.owner_id), key.wrapped);
    this.cache.set(clinicId, key.id, bytes);
    return bytes;
  }

  private async wrapperOf(clinicId: string, wrapped: Buffer): Promise<Buffer> {
    const id = keyIdOf(wrapped);
    return this.cache.get(clinicId, id) ?? this.unwrapById(clinicId, id);
  }
}

function wrapPlace(clinicId: string, rowId: string, ownerId: string): SealedPlace {
  return { table: 'data_key', column: 'wrapped', rowId, clinicId, ownerId };
}
