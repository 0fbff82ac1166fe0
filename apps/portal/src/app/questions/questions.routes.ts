import type { Routes } from '@angular/router';
import { QuestionsPage } from './questions-page';

export const questionsRoutes: Routes = [{ path: '', component: QuestionsPage }];
