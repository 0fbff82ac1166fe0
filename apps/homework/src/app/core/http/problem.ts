import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorBody, ErrorCode } from '@trellis/vocabulary';

/** Codes that arise in the browser itself: no answer at all, or an answer that is not ours. */
export type ProblemCode = ErrorCode | 'unreachable' | 'unexpected';

/** What a failed request means to a page: a code to turn into a sentence, facts, and an id for support. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly correlationId: string | null = null,
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** Reads any failure as a Problem; what is not an API answer becomes `unreachable` or `unexpected`. */
export function toProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  if (!(failure instanceof HttpErrorResponse)) return new Problem('unexpected');
  if (failure.status === 0) return new Problem('unreachable');
  const body: unknown = failure.error;
  return isErrorBody(body)
    ? new Problem(body.code, body.facts, body.correlationId)
    : new Problem('unexpected');
}

function isErrorBody(value: unknown): value is ErrorBody {
  if (typeof value !== 'object' || value === null) return false;
  const body = value as Partial<Record<keyof ErrorBody, unknown>>;
  return (
    typeof body.code === 'string' &&
    typeof body.correlationId === 'string' &&
    typeof body.facts === 'object' &&
    body.facts !== null
  );
}
