import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from './i18n/languages';

/** Tab titles name the area and Trellis, never a couple. A route's `title` is a key below `shell.areas`. */
@Injectable()
export class NeutralTitle extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);
  readonly #area = signal<string | null>(null);

  constructor() {
    super();
    effect(() => {
      this.#languages.active();
      const area = this.#area();
      this.#title.setTitle(
        area === null ? 'Trellis' : `${this.#transloco.translate(`shell.areas.${area}`)} · Trellis`,
      );
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.#area.set(this.buildTitle(state) ?? null);
  }
}
