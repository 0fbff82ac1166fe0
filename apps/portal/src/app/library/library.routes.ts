import type { Routes } from '@angular/router';
import { requires } from '../core/session/guards';
import { BuilderPage } from './builder-page';
import { ExercisePage } from './exercise-page';
import { HistoryPage } from './history-page';
import { LibraryPage } from './library-page';
import { NewExercisePage } from './new-exercise-page';

export const libraryRoutes: Routes = [
  { path: '', component: LibraryPage },
  { path: 'new', component: NewExercisePage, canMatch: [requires('library.keep')] },
  { path: ':code', component: ExercisePage },
  { path: ':code/write', component: BuilderPage, canMatch: [requires('library.keep')] },
  { path: ':code/history', component: HistoryPage },
];
