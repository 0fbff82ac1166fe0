import type { Routes } from '@angular/router';

export const disclosureSessionRoutes: Routes = [
  { path: '', loadComponent: () => import('./session-page').then((file) => file.SessionPage) },
  { path: 'plans', loadComponent: () => import('./plans-page').then((file) => file.PlansPage) },
  { path: 'today', loadComponent: () => import('./day-page').then((file) => file.DayPage) },
  { path: 'running', loadComponent: () => import('./running-page').then((file) => file.RunningPage) },
  { path: 'reading', loadComponent: () => import('./reading-page').then((file) => file.ReadingPage) },
];
