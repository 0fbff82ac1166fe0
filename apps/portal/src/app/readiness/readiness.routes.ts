import type { Routes } from '@angular/router';
import { ReadinessPage } from './readiness-page';

export const readinessRoutes: Routes = [{ path: '', component: ReadinessPage }];
