import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClosedExerciseView } from '@trellis/contracts';
import { libraryTemplateOf } from '@trellis/domain';
import { Button, Card, Icon } from '@trellis/ui';
import { CurrentCouple } from '../../core/couple/current-couple';
import { Words } from '../../core/i18n/words';
import { causeSentences } from './cause-words';

/** Exercises that cannot be given now: grouped by what closes them, with who can act. */
@Component({
  selector: 'tr-locked-card',
  imports: [Button, Card, Icon, TranslocoPipe],
  template: `
    <tr-card [heading]="'plans.locked.heading' | transloco: { count: closed().length }">
      <button
        cardEnd
        trButton
        look="quiet"
        type="button"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ (open() ? 'plans.locked.hide' : 'plans.locked.show') | transloco }}
      </button>
      <p class="small">{{ 'plans.locked.lead' | transloco }}</p>
      @if (open()) {
        @for (group of groups(); track group.key) {
          <section>
            @for (sentence of group.sentences; track sentence) {
              <p><tr-icon name="lock" /> {{ sentence }}</p>
            }
            <p class="small">{{ group.titles }}</p>
          </section>
        }
      }
    </tr-card>
  `,
  styles: `
    section {
      display: grid;
      gap: 2px;
      padding: 10px 0;
      border-top: 1px solid var(--line);
    }
    section:first-of-type {
      margin-top: 10px;
    }
    p:has(tr-icon) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 8px;
      align-items: baseline;
    }
  `,
})
export class LockedCard {
  readonly closed = input.required<readonly ClosedExerciseView[]>();
  readonly #words = inject(Words);
  readonly #couple = inject(CurrentCouple);
  protected readonly open = signal(false);

  protected readonly groups = computed(() => {
    const keyOf = (one: ClosedExerciseView): string =>
      one.causes.map(({ reason, side }) => `${reason} ${side}`).join(', ');
    return [...new Set(this.closed().map(keyOf))].map((key) => {
      const same = this.closed().filter((one) => keyOf(one) === key);
      const titles = same.map(
        ({ templateCode }) => libraryTemplateOf(templateCode)?.title[this.#words.language()] ?? templateCode,
      );
      return {
        key,
        sentences: causeSentences(this.#words, this.#couple, same[0]?.causes ?? []),
        titles: this.#words.list(titles),
      };
    });
  });
}
