import { keyIdOf, openBytes, SealBrokenError, sealBytes, type SealedPlace } from './envelope.js';
import { readKeyring, type MasterKey } from './keyring.js';

/** Nest token of the provider. */
export const MASTER_KEYS = Symbol('master-keys');

/**
 * Wraps and unwraps clinic keys; the keys that do it never leave the provider. What `wrap` answers names its master
 * key, so that earlier ones stay readable beside the current one. A key service fits in here: the id of the envelope
 * is then its key version, and the place its encryption context.
 */
export interface MasterKeys {
  /** Id of the key that wraps now. */
  currentId(): Promise<string>;
  wrap(place: SealedPlace, plain: Buffer): Promise<Buffer>;
  /** @throws SealBrokenError when the key is not known, or place or content differ. */
  unwrap(place: SealedPlace, wrapped: Buffer): Promise<Buffer>;
}

/** Keys of a file. Reads it again where an id is unknown and before it wraps, so that no process has to start anew. */
export class FileMasterKeys implements MasterKeys {
  private masters: readonly MasterKey[];

  /** @throws MasterKeyError */
  constructor(private readonly file: string) {
    this.masters = readKeyring(file).masters;
  }

  currentId(): Promise<string> {
    return Promise.resolve(this.current().id);
  }

  wrap(place: SealedPlace, plain: Buffer): Promise<Buffer> {
    const { id, bytes } = this.current();
    return Promise.resolve(sealBytes(bytes, id, place, plain));
  }

  unwrap(place: SealedPlace, wrapped: Buffer): Promise<Buffer> {
    const id = keyIdOf(wrapped);
    const key = this.known(id) ?? this.reread().find((one) => one.id === id);
    if (key === undefined) {
      return Promise.reject(new SealBrokenError('the master key of a clinic is not in the key file'));
    }
    return Promise.resolve(openBytes(key.bytes, place, wrapped));
  }

  private current(): MasterKey {
    const [first] = this.reread();
    if (first === undefined) throw new Error('a key ring without a key');
    return first;
  }

  private known(id: string): MasterKey | undefined {
    return this.masters.find((one) => one.id === id);
  }

  private reread(): readonly MasterKey[] {
    this.masters = readKeyring(this.file).masters;
    return this.masters;
  }
}
