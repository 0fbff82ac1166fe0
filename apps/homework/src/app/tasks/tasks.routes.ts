import type { Routes } from '@angular/router';

export const tasksRoutes: Routes = [
  {
    path: ':taskId/revision',
    loadComponent: () => import('./revision-page').then((file) => file.RevisionPage),
  },
  { path: ':taskId', loadComponent: () => import('./task-page').then((file) => file.TaskPage) },
];
