import type { Routes } from '@angular/router';

export const readinessRoutes: Routes = [
  { path: '', loadComponent: () => import('./readiness-page').then((file) => file.ReadinessPage) },
  { path: 'answer', loadComponent: () => import('./answer-page').then((file) => file.AnswerPage) },
  {
    path: 'release/:releaseId',
    loadComponent: () => import('./release-page').then((file) => file.ReleasePage),
  },
];
