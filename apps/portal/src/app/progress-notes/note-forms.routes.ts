import type { Routes } from '@angular/router';
import { NoteFormsPage } from './note-forms-page';

export const noteFormsRoutes: Routes = [{ path: '', component: NoteFormsPage }];
