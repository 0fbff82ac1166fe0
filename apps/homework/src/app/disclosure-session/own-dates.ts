import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HardDateView, OwnDisclosureSessionView } from '@trellis/contracts';
import { Button, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnSession } from './own-session';

const kinds = ['holiday', 'birthday', 'anniversary', 'court', 'exam', 'travel', 'other'] as const;
type Kind = (typeof kinds)[number];

/** Days one wishes to be left free. The own therapist sees them; for everybody else they count without a name. */
@Component({
  selector: 'tr-own-dates',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  template: `
    <section>
      <h2>{{ 'disclosureSession.dates.heading' | transloco }}</h2>
      <p class="small">{{ 'disclosureSession.dates.lead' | transloco }}</p>
      <ul>
        @for (one of dates(); track one.id) {
          <li class="row">
            <span>{{ 'disclosureSession.kinds.' + one.kind | transloco }} · {{ span(one) }}</span>
            <button trButton small type="button" [busy]="attempt.busy()" (click)="remove(one.id)">
              {{ 'disclosureSession.dates.remove' | transloco }}
            </button>
          </li>
        }
      </ul>
      <tr-field #kindField [label]="'disclosureSession.dates.kind' | transloco">
        <select #kindInput [id]="kindField.id" (change)="choose(kindInput.value)">
          @for (one of kinds; track one) {
            <option [value]="one" [selected]="one === kind()">
              {{ 'disclosureSession.kinds.' + one | transloco }}
            </option>
          }
        </select>
      </tr-field>
      <div class="pair">
        <tr-field #fromField [label]="'disclosureSession.dates.from' | transloco">
          <input
            #fromInput
            type="date"
            [id]="fromField.id"
            [value]="from()"
            (input)="from.set(fromInput.value)"
          />
        </tr-field>
        <tr-field #toField [label]="'disclosureSession.dates.to' | transloco">
          <input #toInput type="date" [id]="toField.id" [value]="to()" (input)="to.set(toInput.value)" />
        </tr-field>
      </div>
      <tr-problem-note [problem]="attempt.problem()" />
      <button trButton wide type="button" [off]="from() === ''" [busy]="attempt.busy()" (click)="add()">
        {{ 'disclosureSession.dates.add' | transloco }}
      </button>
    </section>
  `,
  styleUrl: './session.css',
})
export class OwnDates {
  readonly dates = input.required<readonly HardDateView[]>();
  readonly changed = output<OwnDisclosureSessionView>();
  readonly #clinic = inject(OwnSession);
  readonly #languages = inject(Languages);
  protected readonly attempt = new Attempt();
  protected readonly kinds = kinds;
  protected readonly kind = signal<Kind>('holiday');
  protected readonly from = signal('');
  protected readonly to = signal('');

  protected choose(value: string): void {
    this.kind.set(kinds.find((one) => one === value) ?? 'other');
  }

  protected span({ from, to }: HardDateView): string {
    const day = (date: string): string =>
      new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
      );
    return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  }

  protected add(): Promise<void> {
    return this.attempt.run(async () => {
      const [from, to] = [this.from(), this.to() === '' ? this.from() : this.to()];
      this.changed.emit(await this.#clinic.addDate({ kind: this.kind(), from, to }));
      this.from.set('');
      this.to.set('');
    });
  }

  protected remove(id: string): Promise<void> {
    return this.attempt.run(async () => {
      this.changed.emit(await this.#clinic.removeDate(id));
    });
  }
}
