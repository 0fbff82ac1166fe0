import type { Routes } from '@angular/router';
import { InstrumentsPage } from './instruments-page';

export const instrumentsRoutes: Routes = [{ path: '', component: InstrumentsPage }];
