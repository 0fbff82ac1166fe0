import type { Routes } from '@angular/router';
import { partOf } from '../core/session/guards';

export const aftercareRoutes: Routes = [
  { path: '', loadComponent: () => import('./aftercare-page').then((file) => file.AftercarePage) },
  { path: 'safe', loadComponent: () => import('./safe-home-page').then((file) => file.SafeHomePage) },
  { path: 'check/:taskId', loadComponent: () => import('./check-page').then((file) => file.CheckPage) },
  {
    path: 'left-out',
    canMatch: [partOf('RP')],
    loadComponent: () => import('./left-out-page').then((file) => file.LeftOutPage),
  },
  {
    path: 'slip',
    canMatch: [partOf('RP')],
    loadComponent: () => import('./slip-page').then((file) => file.SlipPage),
  },
];
