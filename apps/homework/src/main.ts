import { bootstrapApplication } from '@angular/platform-browser';
import { leaveSecretBehind } from '@trellis/ui';
import { App } from './app/app';
import { appConfig } from './app/app.config';

if (!leaveSecretBehind(window, '/invite')) void bootstrapApplication(App, appConfig);
