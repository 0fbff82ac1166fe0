import type { Routes } from '@angular/router';
import { SetupPage } from './setup-page';

export const setupRoutes: Routes = [{ path: '', component: SetupPage }];
