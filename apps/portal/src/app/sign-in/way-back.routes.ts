import type { Routes } from '@angular/router';
import { WayBackPage } from './way-back-page';

export const wayBackRoutes: Routes = [{ path: '', component: WayBackPage }];
