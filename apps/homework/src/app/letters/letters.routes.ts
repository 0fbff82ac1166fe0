import type { Routes } from '@angular/router';

export const lettersRoutes: Routes = [
  { path: '', loadComponent: () => import('./letters-page').then((file) => file.LettersPage) },
  { path: 'listening', loadComponent: () => import('./listening-page').then((file) => file.ListeningPage) },
  { path: ':letterId', loadComponent: () => import('./letter-page').then((file) => file.LetterPage) },
];
