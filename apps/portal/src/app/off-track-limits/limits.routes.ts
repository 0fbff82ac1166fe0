import type { Routes } from '@angular/router';
import { LimitsPage } from './limits-page';

export const limitsRoutes: Routes = [{ path: '', component: LimitsPage }];
