import { notFound } from '../platform/http/app-error.js';

/** The number of a version in a path. @throws AppError not_found for any other text. */
export function versionNumberOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw notFound();
  return Number(text);
}
