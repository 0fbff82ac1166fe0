import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { routes } from './app.routes';
import { apiInterceptor } from './core/http/api-interceptor';
import { Languages } from './core/i18n/languages';
import { provideLanguages } from './core/i18n/provide-languages';
import { NeutralTitle } from './core/neutral-title';
import { whenPageDoesNotLoad } from './core/page-not-loaded';
import { Session } from './core/session/session';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // The content policy allows no <base>, so the router is told where the app lives.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler((error) => whenPageDoesNotLoad(error)),
    ),
    // The write token is ours (see apiInterceptor): Angular's cookie reader would find nothing.
    provideHttpClient(withInterceptors([apiInterceptor]), withNoXsrfProtection()),
    provideLanguages(),
    { provide: TitleStrategy, useClass: NeutralTitle },
    provideAppInitializer(start),
  ],
};

async function start(): Promise<void> {
  const languages = inject(Languages);
  const session = inject(Session);
  await Promise.all([languages.use(languages.preferred()), session.load()]);
}
