import type { Routes } from '@angular/router';

export const tasksRoutes: Routes = [
  { path: ':taskId', loadComponent: () => import('./task-page').then((file) => file.TaskPage) },
];
