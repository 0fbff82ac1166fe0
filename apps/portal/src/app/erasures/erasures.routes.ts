import type { Routes } from '@angular/router';
import { ErasuresPage } from './erasures-page';

export const erasuresRoutes: Routes = [{ path: '', component: ErasuresPage }];
