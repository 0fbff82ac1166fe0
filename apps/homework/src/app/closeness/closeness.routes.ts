import type { Routes } from '@angular/router';

export const closenessRoutes: Routes = [
  { path: '', loadComponent: () => import('./closeness-page').then((file) => file.ClosenessPage) },
  { path: 'so-far', loadComponent: () => import('./so-far-page').then((file) => file.SoFarPage) },
];
