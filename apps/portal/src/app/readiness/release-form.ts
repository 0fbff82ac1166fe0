import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { addDays, localDateOf, releaseScopes, type ReleaseScope } from '@trellis/domain';
import { Announcer, Button, Card, Field, MultiChips } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ReadinessOfCouple } from './readiness-of-couple';

const usualDays = 180;

/** Asks one person to let all therapists of the couple talk to each other. They sign it in their own app, or do not. */
@Component({
  selector: 'tr-release-form',
  imports: [Button, Card, Field, MultiChips, ProblemNote, TranslocoPipe],
  template: `
    <tr-card [heading]="'readiness.release.heading' | transloco: { name: name() }">
      <form novalidate (submit)="ask($event)">
        <p class="small">{{ 'readiness.release.how' | transloco: { name: name() } }}</p>
        <tr-multi-chips
          [legend]="'readiness.release.about' | transloco"
          [options]="scopes()"
          [value]="chosen()"
          (valueChange)="chosen.set($event)"
        />
        <tr-field #when [label]="'readiness.release.until' | transloco">
          <input
            #date
            type="date"
            [id]="when.id"
            [attr.aria-describedby]="when.describedBy"
            [min]="today()"
            [value]="until()"
            (input)="day.set(date.value)"
          />
        </tr-field>
        <tr-problem-note [problem]="readiness.attempt.problem()" />
        <div class="ends">
          <button
            trButton
            look="main"
            type="submit"
            [busy]="readiness.attempt.busy()"
            [off]="chosen().length === 0"
          >
            {{ 'readiness.release.ask' | transloco }}
          </button>
          <button trButton look="quiet" type="button" (click)="closed.emit()">
            {{ 'readiness.cancel' | transloco }}
          </button>
        </div>
      </form>
    </tr-card>
  `,
  styleUrl: './readiness-form.css',
})
export class ReleaseForm {
  readonly side = input.required<'RP' | 'BP' | 'JOINT'>();
  readonly name = input.required<string>();
  readonly zone = input.required<string>();
  readonly closed = output();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly readiness = inject(ReadinessOfCouple);
  protected readonly chosen = signal<readonly string[]>([...releaseScopes]);
  protected readonly day = signal('');
  protected readonly today = computed(() => localDateOf(new Date(), this.zone()));
  protected readonly until = computed(() =>
    this.day() === '' ? addDays(this.today(), usualDays) : this.day(),
  );
  protected readonly scopes = computed(() =>
    releaseScopes.map((value) => ({ value, label: this.#words.say(`readiness.scopes.${value}`) })),
  );

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const side = this.side();
    const scopes = releaseScopes.filter((scope): scope is ReleaseScope => this.chosen().includes(scope));
    if (side === 'JOINT' || scopes.length === 0) return;
    if (!(await this.readiness.ask({ side, scopes, validUntil: this.until() }))) return;
    this.#announcer.say(this.#words.say('readiness.release.done', { name: this.name() }));
    this.closed.emit();
  }
}
