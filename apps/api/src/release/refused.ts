import { AppError } from '../platform/http/app-error.js';

/** A release or its change that the rules do not allow; `reason` is a code of the rules. */
export function refused(reason: string): AppError {
  return new AppError('release_refused', { reason });
}
