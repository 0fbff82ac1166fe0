import type { Routes } from '@angular/router';
import { ProgressNotesPage } from './progress-notes-page';

export const progressNotesRoutes: Routes = [{ path: '', component: ProgressNotesPage }];
