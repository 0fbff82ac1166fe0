const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The part of a window that a link's secret passes through. */
export interface LinkWindow {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'replace'>;
  name: string;
}

/** The secret in a link, its fragment or the bare code, or null when there is none: 43 letters, digits, - or _. */
export function secretIn(text: string): string | null {
  const last = text.trim().split('#').at(-1) ?? '';
  return SECRET.test(last) ? last : null;
}

/**
 * Call before anything else. A browser keeps the address that a page was opened with among its measurements, fragment
 * and all, where any script can read it; so a page opened with a secret is opened once more without. The secret
 * crosses in the name of the window, which is memory of this tab alone, and `takeSecret` empties that.
 * @param path where to go; the page's own path where none is given
 * @returns true when the page is on its way; the app must not start then
 */
export function leaveSecretBehind(view: LinkWindow, path?: string): boolean {
  const { hash, pathname } = view.location;
  const secret = secretIn(hash);
  if (secret === null) return false;
  view.name = secret;
  view.location.replace(path ?? pathname);
  return true;
}

/** The secret that the page was opened with, or null. A second call finds nothing. */
export function takeSecret(view: LinkWindow): string | null {
  const secret = secretIn(view.name);
  if (secret !== null) view.name = '';
  return secret;
}
