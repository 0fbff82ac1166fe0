import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { KeyBar } from '@trellis/ui';
import { Keys } from '../core/keyboard/keys';
import { Languages } from '../core/i18n/languages';
import { TranslocoService } from '@jsverse/transloco';

const NAMES: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ' ': '␣' };

/** The keys of the page on screen, in one bar at the bottom. */
@Component({
  selector: 'tr-key-footer',
  imports: [KeyBar, TranslocoPipe],
  template: `<tr-key-bar [label]="'shell.keyboard' | transloco" [keys]="keys()" />`,
})
export class KeyFooter {
  readonly #keys = inject(Keys);
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);

  protected readonly keys = computed(() => {
    this.#languages.active();
    return this.#keys
      .shown()
      .flat()
      .map(({ key, words }) => ({
        key: NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key),
        does: this.#transloco.translate<string>(words),
      }));
  });
}
