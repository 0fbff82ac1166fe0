import type { Routes } from '@angular/router';

export const shownRoutes: Routes = [
  { path: '', loadComponent: () => import('./shown-page').then((file) => file.ShownPage) },
];
