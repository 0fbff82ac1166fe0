import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/env.js';
import { AppError } from '../platform/http/app-error.js';

// argon2id. 64 MiB and three passes cost a guesser as much as a server with four at once can bear.
const strong = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const quick = { memoryCost: 4096, timeCost: 1, parallelism: 1 } as const;
const maxRunning = 4;
const maxWaiting = 50;

/** Hashes secrets, four at a time, so that a crowd at the door cannot use up the memory of the machine. */
@Injectable()
export class PasswordHasher {
  private readonly cost: typeof strong | typeof quick;
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private decoy: Promise<string> | null = null;

  constructor(@Inject(CONFIG) config: Config) {
    this.cost = config.mode === 'test' ? quick : strong;
  }

  /** @throws AppError busy when fifty others wait already. */
  hash(secret: string): Promise<string> {
    return this.inTurn(() => hash(spelled(secret), this.cost));
  }

  /**
   * Whether `secret` made `stored`. For an unknown account pass null: a hash of nobody's is checked instead, so
   * that the answer takes as long, and the result is false.
   * @throws AppError busy when fifty others wait already.
   */
  async verify(stored: string | null, secret: string): Promise<boolean> {
    this.decoy ??= hash('a secret that nobody has', this.cost);
    const against = stored ?? (await this.decoy);
    const same = await this.inTurn(() => verify(against, spelled(secret)));
    return stored !== null && same;
  }

  /** True when `stored` was made with less work than is asked for today. */
  isWeak(stored: string): boolean {
    const { memoryCost, timeCost } = parseOptions(stored);
    return memoryCost < this.cost.memoryCost || timeCost < this.cost.timeCost;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= maxRunning) {
      if (this.waiting.length >= maxWaiting) throw new AppError('busy');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The turn goes straight to the next in line; only with nobody waiting does a place become free.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}

/** One spelling per text: keyboards differ in how they write the same accented letter. */
function spelled(secret: string): string {
  return secret.normalize('NFC');
}
