import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
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
