import type { Routes } from '@angular/router';

export const disclosureRoutes: Routes = [
  { path: '', loadComponent: () => import('./disclosure-page').then((file) => file.DisclosurePage) },
];
