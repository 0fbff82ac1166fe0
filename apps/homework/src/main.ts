import { bootstrapApplication } from '@angular/platform-browser';
import { leaveSecretBehind } from '@trellis/ui';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { beginFirstLoads } from './app/first-loads';

if (!leaveSecretBehind(window, '/invite')) {
  beginFirstLoads();
  void bootstrapApplication(App, appConfig);
}
