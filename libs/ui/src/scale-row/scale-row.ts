import { Component, computed, input, model } from '@angular/core';

let rows = 0;

/** An answer on the scale 0 to 4, or the person's "cannot say". */
export type ScaleAnswer = 0 | 1 | 2 | 3 | 4 | 'cannot_say';
const STEPS = [0, 1, 2, 3, 4] as const;

/**
 * A statement and five steps from "not at all" to "fully", each with its word for screen readers, and
 * "cannot say" beside them with the same weight. Nothing chosen beforehand; arrow keys move as in any radio group.
 */
@Component({
  selector: 'tr-scale-row',
  template: `
    <fieldset>
      <legend>{{ statement() }}</legend>
      <div class="steps">
        @for (step of steps(); track step.value) {
          <label>
            <input
              type="radio"
              [name]="name"
              [value]="step.value"
              [checked]="value() === step.value"
              (change)="value.set(step.value)"
            />
            <span aria-hidden="true">{{ step.value }}</span>
            <span class="visually-hidden">{{ step.word }}</span>
          </label>
        }
      </div>
      <p class="ends small" aria-hidden="true">
        <span>{{ anchors()[0] }}</span><span>{{ anchors()[4] }}</span>
      </p>
      @if (cannotSay()) {
        <label class="apart">
          <input
            type="radio"
            value="cannot_say"
            [name]="name"
            [checked]="value() === 'cannot_say'"
            (change)="value.set('cannot_say')"
          />
          <span>{{ cannotSay() }}</span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './scale-row.css',
})
export class ScaleRow {
  readonly statement = input.required<string>();
  /** Five words, from 0 to 4. */
  readonly anchors = input.required<readonly [string, string, string, string, string]>();
  /** Word of the answer beside the scale; empty where there is none. */
  readonly cannotSay = input('');
  readonly value = model<ScaleAnswer | null>(null);
  protected readonly name = `tr-scale-${(++rows).toString()}`;
  protected readonly steps = computed(() => STEPS.map((value) => ({ value, word: this.anchors()[value] })));
}
