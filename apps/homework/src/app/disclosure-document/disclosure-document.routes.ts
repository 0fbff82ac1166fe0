import type { Routes } from '@angular/router';

export const disclosureDocumentRoutes: Routes = [
  { path: '', loadComponent: () => import('./document-page').then((file) => file.DocumentPage) },
  { path: 'inventory', loadComponent: () => import('./inventory-page').then((file) => file.InventoryPage) },
  { path: ':section', loadComponent: () => import('./section-page').then((file) => file.SectionPage) },
];
