import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SharedAnswerView } from '@trellis/contracts';
import { Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../../core/http/attempt';
import { ProblemNote } from '../../core/http/problem-note';
import { Said } from '../../core/i18n/said';
import { OwnPage } from '../../core/page/own-page';
import { AnswerList } from '../answer-list';
import { SharedItems } from './shared-items';

/** One thing that the partner shared: only the answers that are part of it. */
@Component({
  selector: 'tr-shared-answer-page',
  imports: [AnswerList, Button, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'task.withMe.strip' | transloco">
      @if (shared(); as shared) {
        <h1>{{ shared.title | said }}</h1>
        <p class="lede">{{ 'task.withMe.from' | transloco: { name: shared.fromName } }}</p>
        <tr-answer-list [template]="shared" [answers]="shared.answers" />
        <p class="small">{{ 'task.withMe.kind' | transloco: { name: shared.fromName } }}</p>
      } @else if (attempt.problem()) {
        <h1>{{ 'task.withMe.gone' | transloco }}</h1>
        <tr-problem-note [problem]="attempt.problem()" />
      } @else {
        <tr-state-panel state="loading" [heading]="'task.withMe.loading' | transloco" [rows]="4" />
      }
      <a trButton wide class="push" routerLink="/shared">{{ 'task.withMe.back' | transloco }}</a>
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
export class SharedAnswerPage {
  readonly releaseId = input.required<string>();
  readonly #items = inject(SharedItems);
  protected readonly attempt = new Attempt();
  protected readonly shared = signal<SharedAnswerView | null>(null);

  constructor() {
    effect(() => {
      const id = this.releaseId();
      untracked(() => void this.#load(id));
    });
  }

  async #load(id: string): Promise<void> {
    this.shared.set(null);
    await this.attempt.run(async () => {
      this.shared.set(await this.#items.one(id));
    });
  }
}
