import type { Routes } from '@angular/router';
import { DueNotesPage } from './due-notes-page';

export const dueNotesRoutes: Routes = [{ path: '', component: DueNotesPage }];
