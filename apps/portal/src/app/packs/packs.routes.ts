import type { Routes } from '@angular/router';
import { requires } from '../core/session/guards';
import { PackPage } from './pack-page';
import { PacksPage } from './packs-page';

export const packsRoutes: Routes = [
  { path: '', component: PacksPage },
  { path: 'new', component: PackPage, canMatch: [requires('library.keep')] },
  { path: ':packId', component: PackPage },
];
