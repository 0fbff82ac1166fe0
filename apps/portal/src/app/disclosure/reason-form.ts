import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { holdReasons, waiverReasons } from '@trellis/domain';
import { Button, ChoiceList, Field, type Option } from '@trellis/ui';
import { Words } from '../core/i18n/words';

export interface GivenReason {
  readonly class: string;
  readonly words: string;
}

/** Why a pause or a waiver: a class, and words that stay with the care team of the own side. */
@Component({
  selector: 'tr-reason-form',
  imports: [Button, ChoiceList, Field, TranslocoPipe],
  template: `
    <form novalidate (submit)="give($event)">
      <tr-choice-list
        twoColumns
        [legend]="'disclosure.reason.class' | transloco"
        [options]="options()"
        [(value)]="chosen"
      />
      <tr-field
        #field
        [label]="'disclosure.reason.words' | transloco"
        [hint]="'disclosure.reason.who' | transloco"
      >
        <textarea
          #text
          rows="4"
          maxlength="4000"
          [id]="field.id"
          [attr.aria-describedby]="field.describedBy"
          [value]="words()"
          (input)="words.set(text.value)"
        ></textarea>
      </tr-field>
      <button trButton look="main" type="submit" [busy]="busy()" [off]="!ready()">{{ name() }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 14px;
      justify-items: start;
    }
    tr-field,
    tr-choice-list,
    textarea {
      width: 100%;
    }
    textarea {
      font-family: var(--serif);
    }
  `,
})
export class ReasonForm {
  readonly event = input.required<string>();
  readonly name = input.required<string>();
  readonly busy = input(false);
  readonly given = output<GivenReason>();
  readonly #words = inject(Words);
  protected readonly chosen = signal<string | null>(null);
  protected readonly words = signal('');
  protected readonly options = computed((): readonly Option[] =>
    (this.event() === 'waive' ? waiverReasons : holdReasons).map((value) => ({
      value,
      label: this.#words.say(`disclosure.reasons.${value}`),
    })),
  );
  /** A waiver needs its words; a pause may be set at once. */
  protected readonly ready = computed(
    () => this.chosen() !== null && (this.event() !== 'waive' || this.words().trim() !== ''),
  );

  protected give(event: Event): void {
    event.preventDefault();
    const chosen = this.chosen();
    if (chosen !== null && this.ready()) this.given.emit({ class: chosen, words: this.words().trim() });
  }
}
