import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnMeasuresView } from '@trellis/contracts';
import { Button, Icon, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { OwnMeasures } from '../core/measures/own-measures';
import { OwnPage } from '../core/page/own-page';

/** Forms that wait, oldest first. Nothing counts down, and nothing is said about those that were sent. */
@Component({
  selector: 'tr-forms-page',
  imports: [Button, Icon, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="rating">
      <h1>{{ 'forms.heading' | transloco }}</h1>
      @if (forms(); as open) {
        @for (one of open.waiting; track one.id) {
          <a class="row" [routerLink]="one.id">
            <tr-icon name="document" />
            <span
              ><span [attr.lang]="one.language">{{ one.title ?? ('forms.untitled' | transloco) }}</span
              ><span class="small">{{
                'forms.from' | transloco: { name: one.givenByName, count: one.items }
              }}</span></span
            >
            <tr-icon name="chevron-right" />
          </a>
        } @empty {
          <p class="lede">{{ 'forms.none' | transloco }}</p>
        }
      } @else if (attempt.problem()) {
        <tr-problem-note [problem]="attempt.problem()" />
        <button trButton wide type="button" (click)="load()">{{ 'forms.again' | transloco }}</button>
      } @else {
        <tr-state-panel state="loading" [heading]="'forms.loading' | transloco" [rows]="3" />
      }
      <a trButton look="quiet" wide class="push" routerLink="/today">{{ 'forms.backToToday' | transloco }}</a>
    </tr-own-page>
  `,
})
export class FormsPage {
  readonly #measures = inject(OwnMeasures);
  protected readonly attempt = new Attempt();
  protected readonly forms = signal<OwnMeasuresView | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.forms.set(await this.#measures.waiting());
    });
  }
}
