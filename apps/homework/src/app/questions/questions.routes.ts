import type { CanMatchFn, Routes } from '@angular/router';
import { isUuid } from '@trellis/domain';
import { partOf } from '../core/session/guards';

/** The last part of the address is an id: a page of the other person's is no question. */
const namesOne: CanMatchFn = (_route, segments) => isUuid(segments.at(-1)?.path ?? '');

export const questionsRoutes: Routes = [
  { path: '', loadComponent: () => import('./questions-page').then((file) => file.QuestionsPage) },
  {
    path: 'wishes',
    canMatch: [partOf('BP')],
    loadComponent: () => import('./wishes-page').then((file) => file.WishesPage),
  },
  {
    path: 'received',
    canMatch: [partOf('RP')],
    loadComponent: () => import('./received-page').then((file) => file.ReceivedPage),
  },
  {
    path: ':questionId',
    canMatch: [partOf('BP'), namesOne],
    loadComponent: () => import('./question-page').then((file) => file.QuestionPage),
  },
];
