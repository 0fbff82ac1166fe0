import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `done` again and again until it answers true or `limitMs` milliseconds are over. Returns whether it
 * did. Used for things of the operating system that tell nobody when they are ready.
 */
export async function waitUntil(
  done: () => boolean | Promise<boolean>,
  limitMs: number,
  pauseMs = 50,
): Promise<boolean> {
  const end = performance.now() + limitMs;
  for (;;) {
    if (await done()) return true;
    if (performance.now() >= end) return false;
    await delay(pauseMs);
  }
}
