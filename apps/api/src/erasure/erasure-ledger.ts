import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { keyIdOf, signingKey } from '../audit/checkpoint.js';
import { appendCheckpoints, digestOf } from '../audit/checkpoint-file.js';
import { framed } from '../audit/framing.js';

/** A person whose keys were destroyed, and when (ISO 8601 in UTC). Ids only: the ledger names nobody. */
export interface Erasure {
  readonly clinic: string;
  readonly person: string;
  readonly at: string;
}

/** A disclosure document or a letter that was destroyed for good. */
export interface Destruction {
  readonly clinic: string;
  readonly kind: 'document' | 'letter';
  readonly id: string;
  readonly at: string;
}

interface Seal {
  /** SHA-256 of the line before, hex; empty in the first line. */
  readonly previous: string;
  readonly key: string;
  readonly signature: string;
}
type LedgerLine = (Erasure & Seal) | (Destruction & Seal);

/** Raised for a ledger that cannot be believed; its message is a sentence for the operator. */
export class LedgerError extends Error {}

/** The list of erased people and destroyed words outside of the database: a line each, chained and signed, and none is ever removed. */
export class ErasureLedger {
  private readonly key: KeyObject;

  constructor(
    private readonly file: string,
    keyRoot: Buffer,
  ) {
    this.key = signingKey(keyRoot, 'erasure-ledger');
  }

  /** Everybody on it, in order; nobody when there is no file. @throws LedgerError for a line that is not what it was. */
  read(): Erasure[] {
    return this.lines().flatMap((line) =>
      'person' in line ? [{ clinic: line.clinic, person: line.person, at: line.at }] : [],
    );
  }

  /** Every document and letter on it, in order. @throws LedgerError as read. */
  destroyed(): Destruction[] {
    return this.lines().flatMap((line) =>
      'kind' in line ? [{ clinic: line.clinic, kind: line.kind, id: line.id, at: line.at }] : [],
    );
  }

  /** Adds lines and comes back once they are on the disk. The caller keeps others off the file. @throws LedgerError */
  append(entries: readonly (Erasure | Destruction)[]): void {
    let previous = this.texts().at(-1) ?? '';
    this.lines();
    const added = entries.map((entry) => {
      const line = this.signed(entry, previous === '' ? '' : digestOf(previous));
      previous = JSON.stringify(line);
      return previous;
    });
    if (added.length > 0) appendCheckpoints(this.file, added);
  }

  private signed(entry: Erasure | Destruction, previous: string): LedgerLine {
    const { clinic, at } = entry;
    const rest = { at, previous, key: keyIdOf(this.key) };
    const unsigned =
      'person' in entry
        ? { clinic, person: entry.person, ...rest }
        : { clinic, kind: entry.kind, id: entry.id, ...rest };
    return { ...unsigned, signature: sign(null, bytesOf(unsigned), this.key).toString('hex') };
  }

  private lines(): LedgerLine[] {
    let previous = '';
    return this.texts().map((text, index) => {
      const line = parsed(text);
      if (line?.previous !== previous || !this.isGenuine(line)) {
        throw new LedgerError(
          `Line ${String(index + 1)} of ${this.file} is not what Trellis wrote. Put back the last good copy.`,
        );
      }
      previous = digestOf(text);
      return line;
    });
  }

  private isGenuine(line: LedgerLine): boolean {
    const signature = Buffer.from(line.signature, 'hex');
    return (
      line.key === keyIdOf(this.key) && verify(null, bytesOf(line), createPublicKey(this.key), signature)
    );
  }

  /** Whole lines: one without its end was cut off while it was written, and its erasure was never done. */
  private texts(): string[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8').split('\n').slice(0, -1);
  }
}

function bytesOf(line: Omit<Erasure & Seal, 'signature'> | Omit<Destruction & Seal, 'signature'>): Buffer {
  const { clinic, at, previous, key } = line;
  return 'person' in line
    ? framed('trellis/erasure/1', [clinic, line.person, at, previous, key])
    : framed('trellis/destruction/1', [clinic, line.kind, line.id, at, previous, key]);
}

const sealed = ['at', 'previous', 'key', 'signature'] as const;
const shapes = [
  ['clinic', 'person', ...sealed],
  ['clinic', 'kind', 'id', ...sealed],
] as const;

function parsed(text: string): LedgerLine | null {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const fits = shapes.some(
      (names) =>
        names.every((name) => typeof value[name] === 'string') && JSON.stringify(value, [...names]) === text,
    );
    const known = !('kind' in value) || value['kind'] === 'document' || value['kind'] === 'letter';
    return fits && known ? (value as unknown as LedgerLine) : null;
  } catch {
    return null;
  }
}
