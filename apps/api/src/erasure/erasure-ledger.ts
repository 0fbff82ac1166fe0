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

interface LedgerLine extends Erasure {
  /** SHA-256 of the line before, hex; empty in the first line. */
  readonly previous: string;
  readonly key: string;
  readonly signature: string;
}

/** Raised for a ledger that cannot be believed; its message is a sentence for the operator. */
export class LedgerError extends Error {}

/** The list of erased people outside of the database: a line each, chained and signed, and none is ever removed. */
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
    return this.lines().map(({ clinic, person, at }) => ({ clinic, person, at }));
  }

  /** Adds lines and comes back once they are on the disk. The caller keeps others off the file. @throws LedgerError */
  append(erasures: readonly Erasure[]): void {
    let previous = this.texts().at(-1) ?? '';
    this.lines();
    const added = erasures.map((erasure) => {
      const line = this.signed(erasure, previous === '' ? '' : digestOf(previous));
      previous = JSON.stringify(line);
      return previous;
    });
    if (added.length > 0) appendCheckpoints(this.file, added);
  }

  private signed({ clinic, person, at }: Erasure, previous: string): LedgerLine {
    const unsigned = { clinic, person, at, previous, key: keyIdOf(this.key) };
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

function bytesOf({ clinic, person, at, previous, key }: Omit<LedgerLine, 'signature'>): Buffer {
  return framed('trellis/erasure/1', [clinic, person, at, previous, key]);
}

const names = ['clinic', 'person', 'at', 'previous', 'key', 'signature'] as const;

function parsed(text: string): LedgerLine | null {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const fits = names.every((name) => typeof value[name] === 'string');
    return fits && JSON.stringify(value, [...names]) === text ? (value as unknown as LedgerLine) : null;
  } catch {
    return null;
  }
}
