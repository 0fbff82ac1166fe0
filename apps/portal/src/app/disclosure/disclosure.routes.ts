import type { Routes } from '@angular/router';
import { DisclosurePage } from './disclosure-page';

export const disclosureRoutes: Routes = [{ path: '', component: DisclosurePage }];
