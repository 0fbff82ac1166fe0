import { setTimeout as delay } from 'node:timers/promises';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

const LOOK_EVERY_MS = 1_000;

export interface PostgresWatch {
  /** Resolves with the reason when the server died and could not be started again. */
  readonly failed: Promise<Error>;
  /** Ends the watch; resolves when no restart is under way any more. */
  stop(): Promise<void>;
}

/** Looks every second whether the embedded server still runs, and starts it again when it was killed. */
export function watchPostgres(postgres: EmbeddedPostgres, say: (line: string) => void): PostgresWatch {
  const ended = new AbortController();
  let tellFailure: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((resolve) => (tellFailure = resolve));
  const watching = (async (): Promise<void> => {
    while (await pause(ended.signal)) {
      if (await postgres.revive()) say('The database had stopped; it is running again.');
    }
  })().catch((error: unknown) => {
    tellFailure(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    failed,
    async stop() {
      ended.abort();
      await watching;
    },
  };
}

// Answers false when the watch ended during the pause.
async function pause(signal: AbortSignal): Promise<boolean> {
  return delay(LOOK_EVERY_MS, true, { signal }).catch(() => false);
}
