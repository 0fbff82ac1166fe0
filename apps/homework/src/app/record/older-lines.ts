import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type IconName, Button, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import type { NewestFirst } from './newest-first';

/** The lines inside, the way to older ones, and what is said when there are none or they do not come. */
@Component({
  selector: 'tr-older-lines',
  imports: [Button, ProblemNote, StatePanel, TranslocoPipe],
  template: `
    <tr-state-panel
      [state]="list().state()"
      [heading]="(list().lines() ? words() + '.empty.heading' : words() + '.loading') | transloco"
      [sentence]="words() + '.empty.sentence' | transloco"
      [icon]="icon()"
      [rows]="3"
    >
      <div panelContent>
        <ul class="entries">
          <ng-content />
        </ul>
        @if (list().older()) {
          <button class="text-link" type="button" [disabled]="list().busy()" (click)="list().more()">
            {{ (fewFirst() ? 'record.more' : 'record.older') | transloco }}
          </button>
        }
      </div>
    </tr-state-panel>
    @if (list().problem(); as problem) {
      <tr-problem-note [problem]="problem" />
      @if (problem.code !== 'stronger_sign_in_needed') {
        <button trButton type="button" (click)="list().more()">{{ 'record.again' | transloco }}</button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
  `,
})
export class OlderLines {
  readonly list = input.required<NewestFirst<unknown>>();
  /** Where its sentences are: `loading`, `empty.heading` and `empty.sentence` below this key. */
  readonly words = input.required<string>();
  readonly icon = input.required<IconName>();
  /** The list begins with a few lines only. */
  readonly fewFirst = input(false);
}
