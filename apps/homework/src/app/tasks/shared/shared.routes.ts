import type { Routes } from '@angular/router';

export const sharedRoutes: Routes = [
  { path: '', loadComponent: () => import('./shared-page').then((file) => file.SharedPage) },
  {
    path: ':releaseId',
    loadComponent: () => import('./shared-answer-page').then((file) => file.SharedAnswerPage),
  },
];
