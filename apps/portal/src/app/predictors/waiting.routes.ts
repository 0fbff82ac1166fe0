import type { Routes } from '@angular/router';
import { WaitingPage } from './waiting-page';

export const waitingRoutes: Routes = [{ path: '', component: WaitingPage }];
