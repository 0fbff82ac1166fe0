import type { Routes } from '@angular/router';
import { OutgoingMailPage } from './outgoing-mail-page';

export const outgoingMailRoutes: Routes = [{ path: '', component: OutgoingMailPage }];
