import type { Routes } from '@angular/router';
import { LettersPage } from './letters-page';

export const lettersRoutes: Routes = [{ path: '', component: LettersPage }];
