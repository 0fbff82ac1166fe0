import type { Routes } from '@angular/router';

export const questionsRoutes: Routes = [
  { path: '', loadComponent: () => import('./questions-page').then((file) => file.QuestionsPage) },
  { path: 'wishes', loadComponent: () => import('./wishes-page').then((file) => file.WishesPage) },
  { path: 'received', loadComponent: () => import('./received-page').then((file) => file.ReceivedPage) },
  {
    path: ':questionId',
    loadComponent: () => import('./question-page').then((file) => file.QuestionPage),
  },
];
