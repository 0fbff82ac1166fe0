import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TimeOffView } from '@trellis/contracts';
import { instantOf, isLocalDate } from '@trellis/domain';
import { Button, Dialog, Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CalendarApi } from './calendar-api';
import { TakenNote } from './taken-note';

/** Own time off: taken by day and hour of the clinic, or given back. */
@Component({
  selector: 'tr-away-form',
  imports: [Button, Dialog, Field, TakenNote, TranslocoPipe],
  template: `
    <tr-dialog
      [heading]="'calendar.takeOff' | transloco"
      [open]="true"
      (openChange)="$event ? undefined : closed.emit()"
    >
      <tr-taken-note [problem]="api.problem()" [zone]="zone()" />
      @if (away() !== null) {
        <p>{{ when() }}</p>
      } @else {
        <form id="time-off" (submit)="$event.preventDefault(); take()">
          <tr-field #fromField [label]="'calendar.from' | transloco">
            <input #fromInput type="datetime-local" [id]="fromField.id" (input)="from.set(fromInput.value)" />
          </tr-field>
          <tr-field #toField [label]="'calendar.until' | transloco">
            <input #toInput type="datetime-local" [id]="toField.id" (input)="until.set(toInput.value)" />
          </tr-field>
        </form>
      }
      <button trButton dialogEnd type="button" (click)="closed.emit()">
        {{ 'calendar.close' | transloco }}
      </button>
      @if (away() !== null) {
        <button trButton dialogEnd look="main" type="button" [busy]="api.busy()" (click)="givenBack.emit()">
          {{ 'calendar.giveBack' | transloco }}
        </button>
      } @else {
        <button trButton dialogEnd look="main" type="submit" form="time-off" [busy]="api.busy()">
          {{ 'calendar.takeOff' | transloco }}
        </button>
      }
    </tr-dialog>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
      gap: 12px;
    }
  `,
})
export class AwayForm {
  readonly away = input<TimeOffView | null>(null);
  readonly zone = input.required<string>();
  readonly changed = output();
  readonly closed = output();
  readonly givenBack = output();
  readonly #words = inject(Words);
  protected readonly api = inject(CalendarApi);
  protected readonly from = signal('');
  protected readonly until = signal('');
  protected readonly when = computed(() => {
    const away = this.away();
    if (away === null) return '';
    return `${this.#words.moment(away.startsAt, this.zone())} – ${this.#words.moment(away.endsAt, this.zone())}`;
  });

  protected async take(): Promise<void> {
    const [from, to] = [this.#instant(this.from()), this.#instant(this.until())];
    if (from === null || to === null) return;
    if (await this.api.takeOff({ from, to })) this.changed.emit();
  }

  /** 'YYYY-MM-DDTHH:mm' by the wall of the clinic; null while it is not whole. */
  #instant(text: string): string | null {
    const [day = '', time = ''] = text.split('T');
    if (!isLocalDate(day) || !/^\d{2}:\d{2}/.test(time)) return null;
    return instantOf(day, time.slice(0, 5), this.zone()).toISOString();
  }
}
