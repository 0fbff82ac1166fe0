import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AftercareAnswerFactsView, AftercareAnswerView } from '@trellis/contracts';

/** What a person said: the tap, the answer to the risk question, and the words once they were opened. */
@Component({
  selector: 'tr-answer-note',
  imports: [TranslocoPipe],
  template: `
    @if (facts().tap; as tap) {
      <p>{{ 'aftercare.taps.' + tap | transloco }}</p>
    }
    @if (facts().risk; as risk) {
      @if (!facts().tap) {
        <p>{{ 'aftercare.risks.' + risk | transloco }}</p>
      }
    }
    @if (opened(); as opened) {
      <dl>
        @if (opened.sleep; as sleep) {
          <dt>{{ 'aftercare.answer.sleep' | transloco }}</dt>
          <dd>{{ 'aftercare.amounts.' + sleep | transloco }}</dd>
        }
        @if (opened.food; as food) {
          <dt>{{ 'aftercare.answer.food' | transloco }}</dt>
          <dd>{{ 'aftercare.amounts.' + food | transloco }}</dd>
        }
        @if (opened.contactWanted) {
          <dt>{{ 'aftercare.answer.contact' | transloco }}</dt>
          <dd>{{ 'aftercare.answer.wanted' | transloco }}</dd>
        }
      </dl>
      @if (opened.words; as words) {
        <blockquote>{{ words }}</blockquote>
      }
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 2px 12px;
      margin: 4px 0;
    }
    dd {
      margin: 0;
    }
    blockquote {
      margin: 6px 0 0;
      padding-left: 12px;
      border-left: 3px solid var(--line);
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class AnswerNote {
  readonly facts = input.required<AftercareAnswerFactsView>();
  readonly opened = input<AftercareAnswerView | null>(null);
}
