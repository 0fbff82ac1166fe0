import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  type ApplicationConfig,
  Injector,
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
import { InvitationLink } from './core/invitation/invitation-link';
import { whenPageDoesNotLoad } from './core/page-not-loaded';
import { Session } from './core/session/session';

const AFTER_FIRST_SCREEN_MS = 1_500;

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
  inject(InvitationLink).watch();
  const languages = inject(Languages);
  const session = inject(Session);
  const injector = inject(Injector);
  await Promise.all([languages.use(languages.preferred()), session.load()]);
  setTimeout(() => void bringWhatIsLeft(injector), AFTER_FIRST_SCREEN_MS);
}

/** What earlier pages could not send goes out from any page, once the first screen is there and the clinic answers. */
async function bringWhatIsLeft(injector: Injector): Promise<void> {
  try {
    const { TaskDrafts } = await import('./core/draft/task-drafts');
    injector.get(TaskDrafts);
  } catch {
    window.addEventListener('online', () => void bringWhatIsLeft(injector), { once: true });
  }
}
