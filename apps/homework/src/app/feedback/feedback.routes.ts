import type { Routes } from '@angular/router';

export const feedbackRoutes: Routes = [
  { path: '', loadComponent: () => import('./feedback-list-page').then((file) => file.FeedbackListPage) },
  { path: ':taskId', loadComponent: () => import('./feedback-page').then((file) => file.FeedbackPage) },
];
