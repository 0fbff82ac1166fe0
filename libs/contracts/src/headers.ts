/** Header names both sides agree on. */
export const headers = {
  csrf: 'x-xsrf-token',
  idempotencyKey: 'idempotency-key',
  ifMatch: 'if-match',
  correlationId: 'x-correlation-id',
} as const;
