import type { Routes } from '@angular/router';
import { JoinPage } from './join-page';

export const joinRoutes: Routes = [{ path: '', component: JoinPage }];
