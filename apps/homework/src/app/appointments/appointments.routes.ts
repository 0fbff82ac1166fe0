import type { Routes } from '@angular/router';
import { AppointmentsPage } from './appointments-page';

export const appointmentsRoutes: Routes = [{ path: '', component: AppointmentsPage }];
