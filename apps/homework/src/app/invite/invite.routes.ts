import type { Routes } from '@angular/router';

export const inviteRoutes: Routes = [
  { path: '', loadComponent: () => import('./invite-page').then((file) => file.InvitePage) },
];
