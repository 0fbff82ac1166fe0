import type { Routes } from '@angular/router';
import { ReportsPage } from './reports-page';

export const reportsRoutes: Routes = [{ path: '', component: ReportsPage }];
