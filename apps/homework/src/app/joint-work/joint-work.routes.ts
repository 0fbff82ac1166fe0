import type { Routes } from '@angular/router';

export const jointWorkRoutes: Routes = [
  { path: ':taskId', loadComponent: () => import('./joint-work-page').then((file) => file.JointWorkPage) },
];
