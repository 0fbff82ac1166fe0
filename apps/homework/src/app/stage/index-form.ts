import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { indexItems, type IndexItemKey } from '@trellis/domain';
import { Button, ChoiceList } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import type { StageActs } from './next-stage';
import { OwnStage } from './own-stage';

const points = ['0', '1', '2', '3', '4'] as const;
type Point = (typeof points)[number];

/** Six sentences about this week, in words and not in numbers; each may be left open. */
@Component({
  selector: 'tr-index-form',
  imports: [Button, ChoiceList, TranslocoPipe],
  template: `
    <section class="stack">
      <h2>{{ 'stage.index.heading' | transloco }}</h2>
      @if (given()) {
        <p>{{ 'stage.index.given' | transloco }}</p>
      } @else {
        <p>{{ 'stage.index.what' | transloco }}</p>
        @for (item of items(); track item.key) {
          <tr-choice-list
            [legend]="item.words"
            [options]="options()"
            [value]="answers()[item.key] ?? null"
            (valueChange)="choose(item.key, $event)"
          />
        }
        <button trButton look="main" wide type="button" [busy]="busy()" [off]="!ready()" (click)="save()">
          {{ 'stage.index.save' | transloco }}
        </button>
      }
    </section>
  `,
  styleUrl: './stage-page.css',
})
export class IndexForm {
  readonly given = input.required<boolean>();
  readonly busy = input(false);
  readonly page = input.required<StageActs>();
  readonly #stage = inject(OwnStage);
  readonly #languages = inject(Languages);
  readonly #transloco = inject(TranslocoService);
  protected readonly answers = signal<Readonly<Partial<Record<IndexItemKey, Point>>>>({});
  protected readonly items = computed(() =>
    indexItems.map(({ key, words }) => ({ key, words: words[this.#languages.active()] })),
  );
  protected readonly options = computed(() => {
    this.#languages.active();
    return points.map((value) => ({
      value,
      label: this.#transloco.translate<string>(`stage.index.scale.${value}`),
    }));
  });
  protected readonly ready = computed(() => Object.keys(this.answers()).length > 0);

  protected choose(key: IndexItemKey, value: Point | null): void {
    if (value === null) return;
    this.answers.update((answers) => ({ ...answers, [key]: value }));
  }

  protected async save(): Promise<void> {
    const answers = Object.fromEntries(
      Object.entries(this.answers()).map(([key, value]) => [key, Number(value)]),
    );
    await this.page().take(() => this.#stage.give(answers), 'stage.index.saved');
  }
}
