import type { Routes } from '@angular/router';

export const formsRoutes: Routes = [
  { path: '', loadComponent: () => import('./forms-page').then((file) => file.FormsPage) },
  { path: ':sheetId', loadComponent: () => import('./form-page').then((file) => file.FormPage) },
];
