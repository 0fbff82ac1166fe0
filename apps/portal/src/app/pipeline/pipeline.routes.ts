import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';
import { Session } from '../core/session/session';

/** Therapists have pages of their own for the same things. */
const ofTheOffice: CanMatchFn = () => ['clinic_admin', 'owner'].includes(inject(Session).staff()?.role ?? '');

export const pipelineRoutes: Routes = [
  { path: '', loadComponent: () => import('./pipeline-page').then((file) => file.PipelinePage) },
  {
    path: ':coupleId',
    canMatch: [ofTheOffice],
    loadComponent: () => import('./office-page').then((file) => file.OfficePage),
  },
];
