import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePersonView, PlanBoardView, RestView } from '@trellis/contracts';
import { Announcer, Button, Card, CompartmentMark, Icon, compartmentOfSide } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { CouplePlans } from './couple-plans';
import { LoadMeter } from './load-meter';
import { PlanRow } from './plan-row';

/** What one person has agreed to, how much that is, and when everything rests. */
@Component({
  selector: 'tr-person-plans',
  imports: [Button, Card, CompartmentMark, Icon, LoadMeter, PlanRow, TranslocoPipe],
  template: `
    <tr-card [flush]="true" [heading]="person().name">
      <tr-compartment-mark cardEnd [of]="mark()" />
      @if (load(); as load) {
        <tr-load-meter [load]="load" [mostActive]="board().mostActive" [mostMinutes]="board().mostMinutes" />
      }
      @for (rest of rests(); track rest.id) {
        <p class="rest">
          <tr-icon name="pause" />
          <span
            >{{ 'plans.rest.kinds.' + rest.kind | transloco }}:
            {{
              (rest.to === null ? 'plans.rest.openSpan' : 'plans.rest.span')
                | transloco: { from: words.day(rest.from), to: rest.to === null ? '' : words.day(rest.to) }
            }}</span
          >
          <button trButton type="button" [off]="plans.attempt.busy()" (click)="goOn(rest)">
            {{ 'plans.rest.goOn' | transloco }}
          </button>
        </p>
      }
      @if (current().length === 0) {
        <p class="none small">{{ 'plans.none' | transloco: { name: person().name } }}</p>
      }
      <ul>
        @for (plan of current(); track plan.id) {
          <li>
            <tr-plan-row
              [plan]="plan"
              [rests]="board().rests"
              [today]="board().localDate"
              [timeZone]="timeZone()"
            />
          </li>
        }
      </ul>
      @if (halves().length > 0) {
        <section class="halves" [attr.aria-label]="'plans.halves.heading' | transloco">
          <h3>{{ 'plans.halves.heading' | transloco }}</h3>
          <p class="small">{{ 'plans.halves.note' | transloco: { name: person().name } }}</p>
          <ul>
            @for (half of halves(); track half.templateCode) {
              <li class="small">{{ half.line }}</li>
            }
          </ul>
        </section>
      }
      @if (past().length > 0) {
        <div class="past">
          <button
            trButton
            look="quiet"
            type="button"
            [attr.aria-expanded]="showsPast()"
            (click)="showsPast.set(!showsPast())"
          >
            {{ 'plans.past' | transloco: { count: past().length } }}
          </button>
        </div>
        @if (showsPast()) {
          <ul>
            @for (plan of past(); track plan.id) {
              <li>
                <tr-plan-row [plan]="plan" [rests]="[]" [today]="board().localDate" [timeZone]="timeZone()" />
              </li>
            }
          </ul>
        }
      }
    </tr-card>
  `,
  styleUrl: './person-plans.css',
})
export class PersonPlans {
  readonly person = input.required<Pick<CouplePersonView, 'id' | 'name' | 'side'>>();
  readonly board = input.required<PlanBoardView>();
  readonly timeZone = input.required<string>();
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly plans = inject(CouplePlans);

  protected readonly showsPast = signal(false);
  protected readonly mark = computed(() => compartmentOfSide[this.person().side]);
  protected readonly load = computed(
    () => this.board().loads.find(({ personId }) => personId === this.person().id) ?? null,
  );
  readonly #own = computed(() =>
    this.board()
      .plans.filter(({ personId }) => personId === this.person().id)
      .toSorted((a, b) => (a.next?.dueAt ?? '~').localeCompare(b.next?.dueAt ?? '~')),
  );
  protected readonly current = computed(() => this.#own().filter(({ state }) => !isPast(state)));
  protected readonly past = computed(() => this.#own().filter(({ state }) => isPast(state)));
  /** Of exercises of two people, what this person handed in, a line for each. */
  protected readonly halves = computed(() =>
    this.board()
      .halves.filter(({ personId }) => personId === this.person().id)
      .map((half) => ({
        templateCode: half.templateCode,
        line: this.words.say(half.skipped === 0 ? 'plans.halves.line' : 'plans.halves.lineSkipped', {
          ...{ title: half.title[this.words.language()], skipped: half.skipped },
          ...{ done: half.done, expected: half.expected },
        }),
      })),
  );
  /** Rests of everything that the person does. */
  protected readonly rests = computed(() =>
    this.board().rests.filter(({ personId, planId }) => personId === this.person().id && planId === null),
  );

  protected async goOn(rest: RestView): Promise<void> {
    if (await this.plans.endRest(rest)) this.#announcer.say(this.words.say('plans.rest.ended'));
  }
}

function isPast(state: string): boolean {
  return state === 'over' || state === 'ended';
}
