/** How patient the queue is. Tests shorten it; nothing else about their path differs. */
export interface JobTiming {
  /** Jobs of one process at a time. */
  readonly concurrency: number;
  /** Tries of one delivery before it is given up, and claims of one message before it is. */
  readonly attempts: number;
  /** First wait before a retry; doubles each time. */
  readonly backoffMs: number;
  /** How often the relay looks without being woken. */
  readonly pollMs: number;
  /** Messages claimed at once. */
  readonly batch: number;
  /** A message claimed this long ago and not done is handed out again. */
  readonly staleSeconds: number;
  /** A worker silent for this long has lost its job. */
  readonly lockMs: number;
}

export const usualTiming: JobTiming = {
  concurrency: 4,
  attempts: 5,
  backoffMs: 2000,
  pollMs: 1000,
  batch: 50,
  staleSeconds: 120,
  lockMs: 30_000,
};
