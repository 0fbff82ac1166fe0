import type { Routes } from '@angular/router';

export const helpRoutes: Routes = [
  { path: '', loadComponent: () => import('./help-page').then((file) => file.HelpPage) },
  { path: 'steady', loadComponent: () => import('./steady-page').then((file) => file.SteadyPage) },
];
