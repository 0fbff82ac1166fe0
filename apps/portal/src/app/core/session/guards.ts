import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { Session } from './session';

/** Lets signed-in staff through; others go to the sign-in page and come back afterwards. */
export const signedIn: CanActivateFn = (_route, state) => {
  const router = inject(Router);
  if (inject(Session).isSignedIn()) return true;
  return router.createUrlTree(
    ['/sign-in'],
    state.url === '/' ? {} : { queryParams: { returnUrl: state.url } },
  );
};

/** The route exists only for staff who hold the permission. */
export function requires(permission: string): CanMatchFn {
  return () => inject(Session).may(permission);
}
