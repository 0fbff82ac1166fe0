import type { Routes } from '@angular/router';
import { AftercarePage } from './aftercare-page';

export const aftercareRoutes: Routes = [{ path: '', component: AftercarePage }];
