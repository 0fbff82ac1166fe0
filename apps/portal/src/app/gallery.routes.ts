import type { Routes } from '@angular/router';

/** Production has no gallery; the development build puts its routes here. */
export const galleryRoutes: Routes = [];
