import { Injectable } from '@nestjs/common';

const maxKeys = 1000;
const maxAgeMs = 5 * 60_000;

/** Unwrapped keys of this process: at most a thousand, five minutes each, zeroed when they leave. */
@Injectable()
export class KeyCache {
  private readonly entries = new Map<string, { readonly bytes: Buffer; readonly until: number }>();

  get(clinicId: string, keyId: string): Buffer | null {
    const entry = this.entries.get(`${clinicId}/${keyId}`);
    if (entry === undefined) return null;
    if (entry.until < performance.now()) {
      this.drop(`${clinicId}/${keyId}`);
      return null;
    }
    return Buffer.from(entry.bytes);
  }

  set(clinicId: string, keyId: string, bytes: Buffer): void {
    const oldest = this.entries.keys().next();
    if (this.entries.size >= maxKeys && oldest.done !== true) this.drop(oldest.value);
    this.entries.set(`${clinicId}/${keyId}`, {
      bytes: Buffer.from(bytes),
      until: performance.now() + maxAgeMs,
    });
  }

  /** For a key that was destroyed: it leaves this process at once. */
  forget(clinicId: string, keyId: string): void {
    this.drop(`${clinicId}/${keyId}`);
  }

  private drop(name: string): void {
    this.entries.get(name)?.bytes.fill(0);
    this.entries.delete(name);
  }
}
