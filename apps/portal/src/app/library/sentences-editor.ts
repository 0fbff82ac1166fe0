import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicTemplateLimits, type LocalizedText } from '@trellis/domain';
import { Button } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { removed, replaced } from './question-shapes';
import { SaidField } from './said-field';

/** A few sentences one below the other: what is said before it begins, or when not to use it. */
@Component({
  selector: 'tr-sentences-editor',
  imports: [Button, SaidField, TranslocoPipe],
  template: `
    <h3>{{ 'library.build.' + part() + '.heading' | transloco }}</h3>
    <p class="small">{{ 'library.build.' + part() + '.lead' | transloco }}</p>
    @for (sentence of value(); track $index; let at = $index) {
      <tr-said-field
        long
        [label]="labels()[at] ?? ''"
        [path]="part() + '.' + at"
        [value]="sentence"
        [longest]="longest"
        (changed)="changed.emit(put(at, $event))"
      />
      <button
        trButton
        look="quiet"
        small
        type="button"
        [attr.aria-label]="'library.build.take' | transloco: { what: labels()[at] }"
        (click)="changed.emit(without(at))"
      >
        {{ 'library.build.remove' | transloco }}
      </button>
    }
    @if (value().length < most) {
      <button trButton small type="button" (click)="changed.emit([...value(), { en: '', es: '' }])">
        {{ 'library.build.' + part() + '.add' | transloco }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
      justify-items: start;
    }
    tr-said-field {
      width: 100%;
    }
  `,
})
export class SentencesEditor {
  readonly part = input.required<'notes' | 'avoid'>();
  readonly value = input.required<readonly LocalizedText[]>();
  readonly changed = output<readonly LocalizedText[]>();
  readonly #words = inject(Words);

  protected readonly longest = clinicTemplateLimits.passage;
  protected readonly most = clinicTemplateLimits.sentences;
  protected readonly labels = computed(() =>
    this.value().map((_, at) => this.#words.say(`library.build.${this.part()}.one`, { number: at + 1 })),
  );

  protected put(at: number, sentence: LocalizedText): readonly LocalizedText[] {
    return replaced(this.value(), at, sentence);
  }

  protected without(at: number): readonly LocalizedText[] {
    return removed(this.value(), at);
  }
}
