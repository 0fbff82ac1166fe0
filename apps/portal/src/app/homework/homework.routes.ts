import type { Routes } from '@angular/router';
import { HomeworkPage } from './homework-page';

export const homeworkRoutes: Routes = [
  { path: '', component: HomeworkPage },
  {
    path: 'together/:workId',
    loadComponent: () => import('./together/joint-page').then((file) => file.JointPage),
  },
];
