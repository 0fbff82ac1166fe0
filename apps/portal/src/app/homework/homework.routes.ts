import type { Routes } from '@angular/router';
import { requires } from '../core/session/guards';
import { HomeworkPage } from './homework-page';

export const homeworkRoutes: Routes = [
  { path: '', component: HomeworkPage },
  {
    path: 'together/:workId',
    loadComponent: () => import('./together/joint-page').then((file) => file.JointPage),
  },
  {
    path: 'plan',
    canMatch: [requires('homework.assign')],
    loadComponent: () => import('./plan/plan-page').then((file) => file.PlanPage),
  },
  {
    path: 'ready-plans',
    canMatch: [requires('homework.assign')],
    loadComponent: () => import('./plan/ready-plans-page').then((file) => file.ReadyPlansPage),
  },
];
