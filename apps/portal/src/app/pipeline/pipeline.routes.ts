import type { Routes } from '@angular/router';

export const pipelineRoutes: Routes = [
  { path: '', loadComponent: () => import('./pipeline-page').then((file) => file.PipelinePage) },
];
