import type { ErrorCode } from '@trellis/contracts';

/** An expected refusal on its way to the client: a code and facts, never a person's words. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** What is not yours and what does not exist give the same answer. */
export function notFound(): AppError {
  return new AppError('not_found');
}
