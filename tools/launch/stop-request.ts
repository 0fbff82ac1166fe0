/** How long the echo of one Ctrl-C lasts: the terminal and npm each pass the same key on. */
const ECHO_MS = 1_000;

export interface StopRequest {
  /** Fires at the first request to stop. */
  readonly signal: AbortSignal;
}

/**
 * Listens for the requests to stop: Ctrl-C, SIGTERM, a closed terminal, and the end of the process that began
 * this start. A second request more than a second after the first calls `force`.
 */
export function listenForStop(force: () => void): StopRequest {
  const controller = new AbortController();
  let first = 0;
  const request = (): void => {
    const now = performance.now();
    if (!controller.signal.aborted) {
      first = now;
      controller.abort();
    } else if (now - first > ECHO_MS) {
      force();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, request);
  // A killed parent sends nothing, but its channel closes.
  process.once('disconnect', request);
  process.channel?.unref();
  return { signal: controller.signal };
}

/** Resolves when `signal` has fired. */
export function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else {
      signal.addEventListener('abort', () => {
        resolve();
      });
    }
  });
}
