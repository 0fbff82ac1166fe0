import type { Routes } from '@angular/router';

export const ratingsRoutes: Routes = [
  { path: '', loadComponent: () => import('./rating-page').then((file) => file.RatingPage) },
];
