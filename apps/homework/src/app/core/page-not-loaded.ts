import { inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';
import { type LoadedWindow, reloadOnce } from '@trellis/ui';

/** Where the app shows that a page did not come. It never stands in the address bar. */
export const PAGE_NOT_LOADED = 'not-loaded';

/**
 * For the router: a page whose script did not come is never a blank one. Right after the start the whole app is
 * loaded anew, once; otherwise a calm page says so and keeps the address that was wanted.
 */
export function whenPageDoesNotLoad(error: NavigationError, loaded: LoadedWindow = window): unknown {
  const router = inject(Router);
  if (!router.navigated && reloadOnce(loaded)) return undefined;
  return new RedirectCommand(router.createUrlTree(['/', PAGE_NOT_LOADED]), {
    skipLocationChange: true,
    state: { wanted: error.url },
  });
}

/** @returns the address that was wanted, as a path of this app; `/` when nobody has said. Call it while navigating. */
export function wantedPage(): string {
  const wanted: unknown = inject(Router).currentNavigation()?.extras.state?.['wanted'];
  return typeof wanted === 'string' && /^\/(?!\/)/.test(wanted) ? wanted : '/';
}
