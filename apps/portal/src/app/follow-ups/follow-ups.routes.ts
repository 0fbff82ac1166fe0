import type { Routes } from '@angular/router';
import { FollowUpsPage } from './follow-ups-page';

export const followUpsRoutes: Routes = [{ path: '', component: FollowUpsPage }];
