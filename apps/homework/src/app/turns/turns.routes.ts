import type { Routes } from '@angular/router';

export const turnsRoutes: Routes = [
  { path: ':taskId', loadComponent: () => import('./turns-page').then((file) => file.TurnsPage) },
];
