import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Card } from '@trellis/ui';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** What is arranged before the day; each line is confirmed by whoever it names, and by nobody for them. */
@Component({
  selector: 'tr-logistics-card',
  imports: [Card, TranslocoPipe],
  template: `
    <tr-card
      [heading]="'disclosureSession.logistics.heading' | transloco: { done: done(), all: lines().length }"
    >
      <p class="small">{{ 'disclosureSession.logistics.lead' | transloco }}</p>
      <ul class="several">
        @for (one of lines(); track one.line + one.by) {
          <li>
            <label [class.off]="!one.mine || !open()">
              <input
                type="checkbox"
                [checked]="one.confirmed"
                [disabled]="!one.mine || !open()"
                (change)="current.confirm(one.line, !one.confirmed)"
              />
              <span
                >{{ say.logistics(one.line) }} <span class="small">{{ who(one.by) }}</span></span
              >
            </label>
          </li>
        }
      </ul>
    </tr-card>
  `,
  styleUrl: './list-card.css',
})
export class LogisticsCard {
  readonly mayAct = input.required<boolean>();
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly lines = computed(() => this.current.view()?.logistics ?? []);
  protected readonly done = computed(() => this.lines().filter(({ confirmed }) => confirmed).length);
  protected readonly open = computed(() => this.mayAct() && this.current.view()?.appointment !== null);

  protected who(by: string): string {
    return by === 'RP' || by === 'BP' ? this.say.name(by) : this.say.role(by);
  }
}
