import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { get } from '../../../../tools/launch/api-process.ts';
import { waitUntil } from '../../../../tools/launch/wait.ts';
import { readAddress } from './address.ts';

const READY_LIMIT_MS = 60_000;
const state: { killed: number | undefined } = { killed: undefined };

/**
 * Ends the API the hard way: it gets no chance to finish anything.
 * @param options.keepDown it is not started again before `waitForNewApi` is called
 */
export function killApi(options: { readonly keepDown?: boolean } = {}): void {
  const { pid } = readAddress();
  if (options.keepDown === true) writeFileSync(holdFile(), '');
  state.killed = pid;
  process.kill(pid, 'SIGKILL');
}

/** Waits until the API that was started after the last kill is ready. */
export async function waitForNewApi(): Promise<void> {
  rmSync(holdFile(), { force: true });
  const ready = await waitUntil(async () => {
    const { pid, port } = readAddress();
    return pid !== state.killed && (await get(port, '/readyz'))?.status === 200;
  }, READY_LIMIT_MS);
  if (!ready)
    throw new Error(
      `The API did not come back:\n${readFileSync(readAddress().logFile, 'utf8').slice(-2000)}`,
    );
}

/** While this file exists, the one who starts the API again waits. */
export function holdFile(): string {
  return path.join(path.dirname(readAddress().logFile), 'keep-down');
}

export function isHeldDown(): boolean {
  return existsSync(holdFile());
}
