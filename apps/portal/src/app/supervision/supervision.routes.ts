import type { Routes } from '@angular/router';
import { SupervisionPage } from './supervision-page';

export const supervisionRoutes: Routes = [{ path: '', component: SupervisionPage }];
