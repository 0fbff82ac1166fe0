import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogSlipRequest } from '@trellis/contracts';
import { Button, ChoiceList, Field, type Option } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CaseAftercare } from './case-aftercare';

type What = 'near_slip' | 'slip' | 'longer_episode' | 'new_material';
const all: readonly What[] = ['near_slip', 'slip', 'longer_episode', 'new_material'];

/** Logging a slip or new material for the recovering person: what, when, and a few words for the own side. */
@Component({
  selector: 'tr-slip-form',
  imports: [Button, ChoiceList, Field, TranslocoPipe],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <tr-choice-list
        [legend]="'aftercare.slips.what' | transloco"
        [options]="options()"
        [value]="what()"
        (valueChange)="what.set($event)"
      />
      <tr-field [label]="'aftercare.slips.when' | transloco" #when>
        <input
          type="datetime-local"
          [id]="when.id"
          [attr.aria-describedby]="when.describedBy"
          [value]="at()"
          (input)="at.set($any($event.target).value)"
        />
      </tr-field>
      <tr-field [label]="'aftercare.slips.words' | transloco" #field>
        <textarea
          rows="3"
          maxlength="2000"
          spellcheck="false"
          [id]="field.id"
          [attr.aria-describedby]="field.describedBy"
          [value]="words()"
          (input)="words.set($any($event.target).value)"
        ></textarea>
      </tr-field>
      <div class="line">
        <button trButton look="main" type="submit" [off]="!ready()" [busy]="aftercare.busy()">
          {{ 'aftercare.slips.send' | transloco }}
        </button>
        <button trButton look="quiet" type="button" (click)="done.emit()">
          {{ 'aftercare.slips.cancel' | transloco }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 14px;
      max-width: 36rem;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class SlipForm {
  readonly done = output();
  readonly #words = inject(Words);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly what = signal<What | null>(null);
  protected readonly at = signal('');
  protected readonly words = signal('');
  protected readonly ready = computed(() => this.what() !== null && this.at() !== '');
  protected readonly options = computed((): readonly Option<What>[] =>
    all.map((value) => ({ value, label: this.#words.say(`aftercare.slips.whats.${value}`) })),
  );

  protected async send(): Promise<void> {
    const what = this.what();
    if (what === null || this.at() === '') return;
    const words = this.words().trim();
    const rest = { slipAt: new Date(this.at()).toISOString(), words: words === '' ? null : words };
    const request: LogSlipRequest =
      what === 'new_material' ? { kind: what, ...rest } : { kind: 'slip', level: what, ...rest };
    if (await this.aftercare.logSlip(request)) this.done.emit();
  }
}
