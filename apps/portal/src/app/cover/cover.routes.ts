import type { Routes } from '@angular/router';
import { CoverPage } from './cover-page';

export const coverRoutes: Routes = [{ path: '', component: CoverPage }];
