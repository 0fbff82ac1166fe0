import { Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The language on screen. Switches at run time; the words of a language are one lazy chunk. */
@Injectable({ providedIn: 'root' })
export class Languages {
  readonly #transloco = inject(TranslocoService);
  readonly #active = signal<Language>('en');
  readonly active = this.#active.asReadonly();

  async use(language: Language): Promise<void> {
    await firstValueFrom(this.#transloco.load(language));
    this.#transloco.setActiveLang(language);
    this.#active.set(language);
    document.documentElement.lang = language;
  }

  preferred(): Language {
    return preferredLanguage();
  }
}

/** First language of the browser that Trellis speaks, else English. */
export function preferredLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return languages.find((language) => language === wanted.find((tag) => isLanguage(tag))) ?? 'en';
}

export function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
