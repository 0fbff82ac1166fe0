import { Component, computed, inject, input, output } from '@angular/core';
import { CompartmentMark, compartmentOfSide } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import type { Block } from './week';

/** One session or one time off in a day. */
@Component({
  selector: 'tr-hour-block',
  imports: [CompartmentMark],
  template: `
    <button type="button" [class]="look()" (click)="chosen.emit(block())">
      <b
        ><tr-compartment-mark [of]="mark()" /><span class="cut">{{ title() }}</span></b
      >
      <span class="cut">{{ line() }}</span>
    </button>
  `,
  styleUrl: './hour-block.css',
})
export class HourBlock {
  readonly block = input.required<Block>();
  readonly chosen = output<Block>();
  readonly #words = inject(Words);

  protected readonly mark = computed(() => {
    const { appointment } = this.block();
    if (appointment === null || appointment.kind === 'team') return 'team';
    return compartmentOfSide[appointment.side];
  });
  protected readonly look = computed(() => {
    const { appointment } = this.block();
    if (appointment === null) return 'away';
    return appointment.state === 'booked' ? this.mark() : `${this.mark()} faint`;
  });
  protected readonly title = computed(() => {
    const { appointment } = this.block();
    if (appointment === null) return this.#words.say('calendar.away');
    const [person] = appointment.people;
    return appointment.side !== 'JOINT' && person !== undefined
      ? `${person.name}, ${appointment.coupleName}`
      : appointment.coupleName;
  });
  protected readonly line = computed(() => {
    const { appointment, time } = this.block();
    if (appointment === null) return time;
    const kind = this.#words.say(`calendar.kinds.${appointment.kind}`);
    if (appointment.state !== 'booked')
      return `${time}, ${this.#words.say(`calendar.states.${appointment.state}`)}`;
    return appointment.place.roomName === null
      ? `${time}, ${kind}`
      : `${time}, ${appointment.place.roomName}`;
  });
}
