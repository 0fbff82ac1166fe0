import type { Routes } from '@angular/router';

export const writingRoutes: Routes = [
  { path: '', loadComponent: () => import('./writing-page').then((file) => file.WritingPage) },
];
