import type { Routes } from '@angular/router';
import { MeasuresPage } from './measures-page';

export const measuresRoutes: Routes = [{ path: '', component: MeasuresPage }];
