import type { Routes } from '@angular/router';

/** Every widget in its states, light and dark. Development build only. */
export const galleryRoutes: Routes = [
  { path: 'gallery', loadComponent: () => import('./gallery/gallery').then((file) => file.Gallery) },
];
