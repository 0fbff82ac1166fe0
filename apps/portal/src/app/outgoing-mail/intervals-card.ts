import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { reminderSettings, type ReminderSettingName } from '@trellis/domain';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ReminderIntervals } from './reminder-intervals';

const names = Object.keys(reminderSettings).map((name) => name as ReminderSettingName);

/** When the clinic reminds people who want it: numbers within their range, and who changed them. */
@Component({
  selector: 'tr-intervals-card',
  imports: [Button, Card, Field, ProblemNote, TranslocoPipe],
  providers: [ReminderIntervals],
  template: `
    <tr-card [heading]="'outgoingMail.intervals.heading' | transloco">
      <p class="small">
        {{ 'outgoingMail.intervals.lead' | transloco }} {{ 'outgoingMail.intervals.none' | transloco }}
      </p>
      @if (intervals.view() !== null) {
        <form (submit)="save($event)">
          <div class="fields">
            @for (one of fields(); track one.name) {
              <tr-field [label]="one.label" [hint]="one.hint" #f>
                <input
                  #value
                  type="number"
                  inputmode="numeric"
                  required
                  [id]="f.id"
                  [attr.aria-describedby]="f.describedBy"
                  [min]="one.from"
                  [max]="one.to"
                  [value]="one.value"
                  (input)="set(one.name, value.valueAsNumber)"
                />
              </tr-field>
            }
          </div>
          <button trButton look="main" type="submit" [off]="same()" [busy]="intervals.attempt.busy()">
            {{ 'outgoingMail.intervals.save' | transloco }}
          </button>
        </form>
      }
      <tr-problem-note [problem]="intervals.attempt.problem() ?? intervals.failed()" />
      <ul>
        @for (one of changes(); track one.version) {
          <li class="small">{{ one.line }}</li>
        } @empty {
          <li class="small">{{ 'outgoingMail.intervals.neverChanged' | transloco }}</li>
        }
      </ul>
    </tr-card>
  `,
  styles: `
    form {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
      gap: 12px 24px;
      width: 100%;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class IntervalsCard {
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  protected readonly intervals = inject(ReminderIntervals);
  /** What stands in the fields; again what holds, whenever that changes. */
  readonly #own = linkedSignal<Readonly<Record<string, number>>>(() => this.intervals.view()?.own ?? {});
  protected readonly fields = computed(() =>
    names.map((name) => {
      const { from, to, standard } = reminderSettings[name];
      return {
        ...{ name, from, to, value: this.#own()[name] ?? standard },
        label: this.#words.say(`outgoingMail.intervals.names.${name}`),
        hint: this.#words.say('outgoingMail.intervals.range', { from, to, standard }),
      };
    }),
  );
  protected readonly same = computed(
    () => JSON.stringify(this.#changed(this.#own())) === JSON.stringify(this.#changed(this.#standing())),
  );
  protected readonly changes = computed(() =>
    (this.intervals.view()?.changes ?? []).map(({ version, changedBy, changedAt }) => ({
      version,
      line: this.#words.say('outgoingMail.intervals.changed', {
        ...{ version, who: changedBy },
        when: this.#words.date(changedAt, this.#session.clinic()?.timeZone ?? 'UTC'),
      }),
    })),
  );

  protected set(name: ReminderSettingName, value: number): void {
    if (!Number.isNaN(value)) this.#own.update((own) => ({ ...own, [name]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.same()) return;
    if (await this.intervals.change(this.#changed(this.#own())))
      this.#announcer.say(this.#words.say('outgoingMail.intervals.saved'));
  }

  #standing(): Readonly<Record<string, number>> {
    return this.intervals.view()?.own ?? {};
  }

  /** What differs from the standard. */
  #changed(own: Readonly<Record<string, number>>): Record<string, number> {
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = own[name];
        return value === undefined || value === reminderSettings[name].standard ? [] : [[name, value]];
      }),
    );
  }
}
