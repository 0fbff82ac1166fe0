import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReceivedQuestionsView } from '@trellis/contracts';
import { Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { OwnQuestions } from './own-questions';
import { categories, details } from './question-form';

/** What the recovering person was given by their own therapist: the questions, and how much is wanted of each. */
@Component({
  selector: 'tr-received-page',
  imports: [Button, OwnPage, RouterLink, Said, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'questions.received.strip' | transloco">
      <h1>{{ 'questions.received.heading' | transloco }}</h1>
      <p class="lede">{{ 'questions.received.lede' | transloco }}</p>
      <tr-state-panel
        [state]="state()"
        [heading]="'questions.received.' + state() | transloco"
        [sentence]="(state() === 'empty' ? 'questions.received.emptySentence' : '') | transloco"
        icon="document"
        [rows]="4"
      >
        @if (state() === 'error') {
          <button trButton type="button" (click)="load()">{{ 'questions.again' | transloco }}</button>
        }
        <ol panelContent class="stack">
          @for (question of list()?.questions; track question.id) {
            <li class="stack-s">
              <p class="sheet words">{{ question.question }}</p>
              <p class="small">
                @if (kindOf(question.category); as kind) {
                  {{ kind | said }} ·
                }
                @if (levelOf(question.detail); as level) {
                  {{ level | said }} ·
                }
                {{ 'questions.received.outcome.' + (question.outcome ?? 'open') | transloco }}
              </p>
            </li>
          }
        </ol>
      </tr-state-panel>
      <a trButton wide class="push" routerLink="/disclosure">{{ 'questions.back' | transloco }}</a>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    ol {
      padding: 0;
      list-style: none;
    }
    .sheet {
      border-left-color: var(--bp);
      overflow-wrap: anywhere;
    }
  `,
})
export class ReceivedPage {
  readonly #questions = inject(OwnQuestions);
  protected readonly attempt = new Attempt();
  protected readonly list = signal<ReceivedQuestionsView | null>(null);
  protected readonly state = computed(() => {
    const list = this.list();
    if (list === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return list.questions.length === 0 ? 'empty' : 'full';
  });

  constructor() {
    void this.load();
  }

  protected kindOf(category: string | null) {
    return categories.find(({ value }) => value === category)?.label ?? null;
  }

  protected levelOf(detail: string | null) {
    return details.find(({ value }) => value === detail)?.label ?? null;
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.list.set(await this.#questions.received());
    });
  }
}
