import { Component, computed, inject, model } from '@angular/core';
import { ChoiceList } from '@trellis/ui';
import { Words } from '../core/i18n/words';

export type Scope = 'this' | 'following' | 'all';
const scopes: readonly Scope[] = ['this', 'following', 'all'];

/** What a change of a series applies to. */
@Component({
  selector: 'tr-scope-choice',
  imports: [ChoiceList],
  template: `<tr-choice-list
    [legend]="legend()"
    [options]="options()"
    [value]="scope()"
    (valueChange)="choose($event)"
  />`,
})
export class ScopeChoice {
  readonly scope = model.required<Scope>();
  readonly #words = inject(Words);
  protected readonly legend = computed(() => this.#words.say('calendar.appliesTo'));
  protected readonly options = computed(() =>
    scopes.map((value) => ({ value, label: this.#words.say(`calendar.scopes.${value}`) })),
  );

  protected choose(value: Scope | null): void {
    if (value !== null) this.scope.set(value);
  }
}
