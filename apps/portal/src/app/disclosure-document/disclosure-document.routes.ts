import type { Routes } from '@angular/router';
import { DocumentPage } from './document-page';

export const disclosureDocumentRoutes: Routes = [{ path: '', component: DocumentPage }];
