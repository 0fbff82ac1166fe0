import type { Routes } from '@angular/router';
import { SessionModePage } from './session-mode-page';
import { SessionPage } from './session-page';

export const disclosureSessionRoutes: Routes = [{ path: '', component: SessionPage }];
/** Full screen, outside of the frame: nothing else is on the screen that stands in the room. */
export const sessionModeRoutes: Routes = [{ path: '', component: SessionModePage }];
