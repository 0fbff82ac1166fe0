import { AppError } from '../http/app-error.js';

/** A short code for a failed job: what kind of error, never its text, which may quote what it stumbled over. */
export function failureCodeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (!isError(error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z0-9_]{3,30}$/.test(code) ? code : error.constructor.name;
}

/** Also for an error that another realm of the engine made, which is no instance of this one's class. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
