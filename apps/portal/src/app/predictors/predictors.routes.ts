import type { Routes } from '@angular/router';
import { PredictorsPage } from './predictors-page';

export const predictorsRoutes: Routes = [{ path: '', component: PredictorsPage }];
