import type { Routes } from '@angular/router';
import { ExercisePage } from './exercise-page';
import { LibraryPage } from './library-page';

export const libraryRoutes: Routes = [
  { path: '', component: LibraryPage },
  { path: ':code', component: ExercisePage },
];
