import type { Routes } from '@angular/router';

export const signInRoutes: Routes = [
  { path: '', loadComponent: () => import('./sign-in-page').then((file) => file.SignInPage) },
];
