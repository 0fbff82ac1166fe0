import { loadTranslations } from '../i18n/load-translations';
import { preferredLanguage } from './core/i18n/languages';

/**
 * Asks for what the first screen will need while the framework still starts: the words, and the page that most people
 * see first. Each of them costs a way there and back over the network; so they are made at the same time.
 */
export function beginFirstLoads(): void {
  const loads = [
    loadTranslations(preferredLanguage()),
    import('./sign-in/sign-in.routes'),
    import('./sign-in/sign-in-page'),
  ];
  // What fails here is asked for again where it is needed, and told of there.
  for (const load of loads) load.catch(() => undefined);
}
