import type { Routes } from '@angular/router';
import { CosignsPage } from './cosigns-page';

export const cosignsRoutes: Routes = [{ path: '', component: CosignsPage }];
