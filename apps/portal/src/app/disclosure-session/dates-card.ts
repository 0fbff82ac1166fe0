import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HardDateView } from '@trellis/contracts';
import { Button, Card, Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

export const dateKinds = ['holiday', 'birthday', 'anniversary', 'court', 'exam', 'travel', 'other'] as const;

/** Days that matter to this couple: kinds and dates, no words. What a person keeps shows on their own side alone. */
@Component({
  selector: 'tr-dates-card',
  imports: [Button, Card, Field, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureSession.dates.heading' | transloco">
      <p class="small">{{ 'disclosureSession.dates.lead' | transloco }}</p>
      <ul>
        @for (one of dates(); track one.id) {
          <li>
            <span
              >{{ 'disclosureSession.kinds.' + one.kind | transloco }} · {{ span(one) }}
              @if (one.of !== 'team') {
                <span class="small">{{
                  'disclosureSession.dates.own' | transloco: { name: say.name(one.of) }
                }}</span>
              }
            </span>
            @if (mayAct() && one.of === 'team') {
              <button
                trButton
                look="quiet"
                small
                type="button"
                (click)="current.send('delete', 'dates/' + one.id)"
              >
                {{ 'disclosureSession.dates.remove' | transloco }}
              </button>
            }
          </li>
        } @empty {
          <li class="small">{{ 'disclosureSession.dates.empty' | transloco }}</li>
        }
      </ul>
      @if (mayAct()) {
        <form (submit)="add($event)">
          <tr-field #kindField [label]="'disclosureSession.dates.kind' | transloco">
            <select #kindInput [id]="kindField.id" (change)="kind.set(kindInput.value)">
              @for (one of kinds; track one) {
                <option [value]="one">{{ 'disclosureSession.kinds.' + one | transloco }}</option>
              }
            </select>
          </tr-field>
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
          <button trButton type="submit" [off]="from() === ''">
            {{ 'disclosureSession.dates.add' | transloco }}
          </button>
        </form>
        <p class="gathered">
          @if (current.view()?.datesCheckedAt; as at) {
            <span class="small">{{
              'disclosureSession.dates.gathered' | transloco: { when: say.moment(at) }
            }}</span>
          }
          <button trButton small type="button" (click)="current.send('post', 'dates-gathered')">
            {{ 'disclosureSession.dates.confirm' | transloco }}
          </button>
        </p>
      }
    </tr-card>
  `,
  styleUrl: './list-card.css',
})
export class DatesCard {
  readonly mayAct = input.required<boolean>();
  readonly #words = inject(Words);
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly kinds = dateKinds;
  protected readonly kind = signal<string>('holiday');
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly dates = computed(() => this.current.view()?.dates ?? []);

  protected span({ from, to }: HardDateView): string {
    return from === to ? this.#words.day(from) : `${this.#words.day(from)} – ${this.#words.day(to)}`;
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const to = this.to() === '' ? this.from() : this.to();
    if (this.from() === '') return;
    if (await this.current.send('post', 'dates', { kind: this.kind(), from: this.from(), to })) {
      this.from.set('');
      this.to.set('');
    }
  }
}
