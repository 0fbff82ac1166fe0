import { bootstrapApplication } from '@angular/platform-browser';
import { leaveSecretBehind, reloadOnce } from '@trellis/ui';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { beginFirstLoads } from './app/first-loads';

if (!leaveSecretBehind(window, '/invite')) {
  beginFirstLoads();
  void bootstrapApplication(App, appConfig).catch(whenItDoesNotStart);
}

/** Words that did not come are asked for once more, by the whole page. */
function whenItDoesNotStart(error: unknown): void {
  if (!reloadOnce(window)) throw error;
}
