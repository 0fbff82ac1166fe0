import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SlipView, TellSlipRequest } from '@trellis/contracts';
import { Button, ChoiceList, Field, type Option } from '@trellis/ui';
import { MeanwhileNote } from '../core/forms/meanwhile-note';
import { Words } from '../core/i18n/words';
import { CaseAftercare } from './case-aftercare';

const tellings: readonly TellSlipRequest['partner'][] = [
  'not_yet',
  'with_therapist_planned',
  'told',
  'partner_found_out',
  'agreement_says_not_this_level',
];
const dated: readonly TellSlipRequest['partner'][] = ['with_therapist_planned', 'told', 'partner_found_out'];

/** How the telling of a slip stands, with its moment. Trellis itself tells the partner nothing. */
@Component({
  selector: 'tr-telling-form',
  imports: [Button, ChoiceList, Field, MeanwhileNote, TranslocoPipe],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <tr-choice-list
        [legend]="'aftercare.slips.partner' | transloco"
        [options]="options()"
        [value]="partner()"
        (valueChange)="choose($event ?? 'not_yet')"
      />
      @if (meanwhile(); as stands) {
        <tr-meanwhile-note [text]="stands" />
      }
      @if (withMoment()) {
        <tr-field [label]="'aftercare.slips.partnerAt' | transloco" #when>
          <input
            type="datetime-local"
            [id]="when.id"
            [attr.aria-describedby]="when.describedBy"
            [value]="at()"
            (input)="at.set($any($event.target).value)"
          />
        </tr-field>
      }
      <div>
        <button trButton small type="submit" [busy]="aftercare.busy()">
          {{ 'aftercare.slips.save' | transloco }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 12px;
      max-width: 36rem;
    }
  `,
})
export class TellingForm {
  readonly slip = input.required<SlipView>();
  readonly done = output();
  readonly #words = inject(Words);
  protected readonly aftercare = inject(CaseAftercare);
  readonly #chosen = signal<TellSlipRequest['partner'] | null>(null);
  /** What was chosen here stays, also when somebody else was faster. */
  protected readonly partner = computed(() => this.#chosen() ?? this.slip().partner);
  readonly #id = computed(() => this.slip().id);
  readonly #began = linkedSignal<string, string>({
    source: this.#id,
    computation: () => untracked(() => this.slip().partner),
  });
  protected readonly meanwhile = computed(() => {
    const { partner } = this.slip();
    return partner === this.#began() ? null : this.#words.say(`aftercare.slips.tellings.${partner}`);
  });
  protected readonly at = signal('');
  protected readonly withMoment = computed(() => dated.includes(this.partner()));
  protected readonly options = computed((): readonly Option<TellSlipRequest['partner']>[] =>
    tellings.map((value) => ({ value, label: this.#words.say(`aftercare.slips.tellings.${value}`) })),
  );

  protected choose(partner: TellSlipRequest['partner']): void {
    this.#chosen.set(partner);
  }

  protected async send(): Promise<void> {
    const { therapistToldAt } = this.slip();
    const partnerAt = this.withMoment() && this.at() !== '' ? new Date(this.at()).toISOString() : null;
    const request = {
      partner: this.partner(),
      partnerAt,
      // Whoever says this here knows of it by now.
      therapistToldAt: therapistToldAt ?? new Date().toISOString(),
    };
    if (await this.aftercare.tellSlip(this.slip(), request)) this.done.emit();
  }
}
