import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until the answer satisfies `accept`, for at most `limitMs`; then fails with the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  accept: (answer: T) => boolean,
  limitMs = 15_000,
): Promise<T> {
  const until = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    if (performance.now() > until)
      throw new Error(`still ${JSON.stringify(answer)} after ${String(limitMs)} ms`);
    await wait(50);
  }
}
