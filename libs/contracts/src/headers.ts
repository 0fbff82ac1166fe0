/** Header names both sides agree on. */
export const headers = {
  csrf: 'x-xsrf-token',
  idempotencyKey: 'idempotency-key',
  ifMatch: 'if-match',
  correlationId: 'x-correlation-id',
  /** The place at a reading; it counts on one device alone. */
  readingToken: 'x-reading-token',
} as const;
