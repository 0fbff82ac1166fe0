import type { Routes } from '@angular/router';
import { NoteFilesPage } from './note-files-page';
import { NotesPage } from './notes-page';

export const noteFilesRoutes: Routes = [
  { path: '', component: NoteFilesPage },
  { path: ':coupleId', component: NotesPage },
];
