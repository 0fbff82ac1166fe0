import type { Routes } from '@angular/router';
import { StagesPage } from './stages-page';

export const stagesRoutes: Routes = [{ path: '', component: StagesPage }];
