import { paths } from '@trellis/vocabulary';
import { apiUrl } from './app/core/http/api-url';
import { askFirst } from './app/core/http/first-answer';
import { preferredLanguage } from './app/core/i18n/preferred-language';
import { loadTranslations } from './i18n/load-translations';

/**
 * A script of its own that runs while the framework is still on its way. It asks for what the first screen needs: who
 * this is, the words, and the page that most people see first. Each of them costs a way there and back over the network.
 */
function beginFirstLoads(): void {
  const language = preferredLanguage();
  askFirst(apiUrl(paths.home.session), language);
  const loads = [
    loadTranslations(language),
    import('./app/sign-in/sign-in.routes'),
    import('./app/sign-in/sign-in-page'),
  ];
  // What fails here is asked for again where it is needed, and told of there.
  for (const load of loads) load.catch(() => undefined);
}

// A page that was opened with a secret leaves at once for one without (see main).
if (location.hash === '') beginFirstLoads();
