import type { Routes } from '@angular/router';

export const recordRoutes: Routes = [
  { path: '', loadComponent: () => import('./record-page').then((file) => file.RecordPage) },
];
