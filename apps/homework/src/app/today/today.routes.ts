import type { Routes } from '@angular/router';

export const todayRoutes: Routes = [
  { path: '', loadComponent: () => import('./today-page').then((file) => file.TodayPage) },
];
