import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { InformationWishView, OwnQuestionsView } from '@trellis/contracts';
import { Announcer, Button, ChoiceList, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { OwnQuestions } from './own-questions';
import { categories, nothingSaid } from './question-form';

type Choice = 'tell_me' | 'do_not_tell_me' | 'open';

/** What the partner wants to hear about, kind by kind. It holds until they change it, also after the release. */
@Component({
  selector: 'tr-wishes-page',
  imports: [Button, ChoiceList, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="words">
      <h1>{{ 'questions.wishes.heading' | transloco }}</h1>
      <p class="lede">{{ 'questions.wishes.lede' | transloco }}</p>
      <tr-state-panel
        [state]="list() ? 'full' : attempt.problem() ? 'error' : 'loading'"
        [heading]="(attempt.problem() ? 'questions.error' : 'questions.loading') | transloco"
        [rows]="5"
      >
        <button trButton type="button" (click)="load()">{{ 'questions.again' | transloco }}</button>
        <div panelContent class="stack">
          @for (row of rows(); track row.category) {
            <tr-choice-list
              [legend]="row.label"
              [options]="choices('questions.wishes.tell' | transloco, 'questions.wishes.doNot' | transloco)"
              [value]="row.value"
              (valueChange)="choose(row.category, row.version, $event)"
            />
          }
        </div>
      </tr-state-panel>
      @if (list()) {
        <tr-problem-note [problem]="attempt.problem()" />
      }
      <a trButton wide class="push" routerLink="/disclosure/questions">{{
        'questions.one.back' | transloco
      }}</a>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class WishesPage {
  readonly #questions = inject(OwnQuestions);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly attempt = new Attempt();
  protected readonly list = signal<OwnQuestionsView | null>(null);
  protected readonly rows = computed(() => {
    const wishes = this.list()?.wishes ?? [];
    const language = this.#languages.active();
    return categories.map(({ value, label }) => {
      const found = wishes.find(({ category }) => category === value);
      const wish: Choice = found?.wish ?? 'open';
      return { category: value, label: label[language], value: wish, version: found?.version ?? 0 };
    });
  });

  constructor() {
    void this.load();
  }

  protected choices(tell: string, doNot: string): { value: Choice; label: string }[] {
    return [
      { value: 'tell_me', label: tell },
      { value: 'do_not_tell_me', label: doNot },
      { value: 'open', label: nothingSaid[this.#languages.active()] },
    ];
  }

  protected async choose(category: string, version: number, choice: Choice | null): Promise<void> {
    await this.attempt.run(async () => {
      const wish = choice === 'open' ? null : choice;
      this.#take(await this.#questions.wish(category, version, wish));
      this.#announcer.say(this.#words.translate('questions.wishes.said'));
    });
    // Somebody, oneself on another device, changed it meanwhile: show what holds.
    if (this.attempt.problem()?.code === 'version_stale') this.list.set(await this.#questions.all());
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.list.set(await this.#questions.all());
    });
  }

  #take(wish: InformationWishView): void {
    this.list.update((list) =>
      list === null
        ? null
        : { ...list, wishes: [...list.wishes.filter(({ category }) => category !== wish.category), wish] },
    );
  }
}
