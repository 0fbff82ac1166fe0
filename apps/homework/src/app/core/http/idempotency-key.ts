import { headers } from '@trellis/vocabulary';

/**
 * Headers of one intended act, for example adding a couple. Make them once when the person decides, and
 * send the same again on a retry: the server then does the act once.
 */
export function oneAct(): Readonly<Record<string, string>> {
  return { [headers.idempotencyKey]: crypto.randomUUID() };
}

/** Header of a change that holds only if the version seen on screen is still the current one. */
export function ifVersion(version: number): Readonly<Record<string, string>> {
  return { [headers.ifMatch]: `"v${version.toString()}"` };
}
