import type { Routes } from '@angular/router';
import { CareTeamPage } from './care-team-page';

export const careTeamRoutes: Routes = [{ path: '', component: CareTeamPage }];
