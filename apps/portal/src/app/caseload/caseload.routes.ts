import type { Routes } from '@angular/router';
import { requires } from '../core/session/guards';
import { CaseloadPage } from './caseload-page';

export const caseloadRoutes: Routes = [
  { path: '', component: CaseloadPage },
  {
    path: 'new',
    canMatch: [requires('couples.create')],
    loadComponent: () => import('./add-couple-page').then((file) => file.AddCouplePage),
  },
];
