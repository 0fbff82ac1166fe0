import type { Routes } from '@angular/router';

export const stageRoutes: Routes = [
  { path: '', loadComponent: () => import('./stage-page').then((file) => file.StagePage) },
];
