import type { Routes } from '@angular/router';
import { NotesPage } from './notes-page';

export const psychotherapyNotesRoutes: Routes = [{ path: '', component: NotesPage }];
