import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { Session } from './session';

/** Lets a signed-in person through; during enrolment on to the invitation, otherwise to the sign-in page. */
export const signedIn: CanActivateFn = (_route, state) => {
  const level = inject(Session).level();
  const router = inject(Router);
  if (level === 'full' || level === 'pin') return true;
  if (level === 'enrolment') return router.createUrlTree(['/invite']);
  return router.createUrlTree(
    ['/sign-in'],
    state.url === '/' ? {} : { queryParams: { returnUrl: state.url } },
  );
};

/**
 * Keeps a page to the person whose part it is. To the other one the address leads nowhere, before a word of the page is
 * loaded. Without a session it lets through, and signing in comes first.
 */
export function partOf(side: 'RP' | 'BP'): CanMatchFn {
  return () => {
    const person = inject(Session).person();
    return person === null || person.side === side;
  };
}
