import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { loadTranslations } from '../../../i18n/load-translations';
import { isLanguage } from './languages';

/** Hands Transloco the words of a language from our own chunk; no request leaves the site. */
@Injectable()
export class TranslationLoader implements TranslocoLoader {
  getTranslation(tag: string): Promise<Translation> {
    return loadTranslations(isLanguage(tag) ? tag : 'en');
  }
}
