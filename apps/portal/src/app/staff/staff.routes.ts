import type { Routes } from '@angular/router';
import { StaffPage } from './staff-page';

export const staffRoutes: Routes = [{ path: '', component: StaffPage }];
