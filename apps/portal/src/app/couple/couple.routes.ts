import type { Routes } from '@angular/router';
import { OverviewPage } from './overview-page';

export const coupleRoutes: Routes = [{ path: '', component: OverviewPage }];
