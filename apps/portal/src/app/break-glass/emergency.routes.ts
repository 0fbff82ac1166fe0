import type { Routes } from '@angular/router';
import { requires } from '../core/session/guards';
import { EmergencyPage } from './emergency-page';
import { ReviewsPage } from './reviews-page';

export const emergencyRoutes: Routes = [
  { path: '', canMatch: [requires('emergency.open')], component: EmergencyPage },
  { path: 'reviews', canMatch: [requires('approvals.decide')], component: ReviewsPage },
];
