import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { addDays, asLocalDate } from '@trellis/domain';
import { MultiChips } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { OwnTicks, type Tick } from '../core/record/own-ticks';
import { Session } from '../core/session/session';

const EARLIER = [1, 2, 3, 4, 5, 6];

/**
 * At the end of the recovering person's Today: an agreed update given, something done for recovery. One tap each, and
 * a second one takes it back. Without an answer of the clinic nothing stands here.
 */
@Component({
  selector: 'tr-ticks',
  imports: [MultiChips, ProblemNote, TranslocoPipe],
  template: `
    @if (ticks.view(); as view) {
      <section class="stack-s">
        <tr-multi-chips
          [legend]="'today.ticks.heading' | transloco"
          [options]="kinds()"
          [value]="today()"
          (valueChange)="setToday($event)"
        />
        @if (view.planned.includes(view.today)) {
          <p class="small">{{ 'today.ticks.planned' | transloco }}</p>
        }
        <details>
          <summary>{{ 'today.ticks.earlier' | transloco }}</summary>
          <div class="stack">
            @for (kind of kinds(); track kind.value) {
              <tr-multi-chips
                [legend]="kind.label"
                [options]="days()"
                [value]="keptOn(kind.value)"
                (valueChange)="setDays(kind.value, $event)"
              />
            }
          </div>
        </details>
        <p class="small">{{ 'today.ticks.seen' | transloco: names() }}</p>
        <p class="small" role="status">{{ ticks.waiting() ? ('today.ticks.waiting' | transloco) : '' }}</p>
        <tr-problem-note [problem]="problem()" />
      </section>
    }
  `,
  styles: `
    section {
      padding: 18px;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: 18px;
    }
    summary {
      min-height: 44px;
      padding: 10px 0;
      cursor: pointer;
    }
    [role='status']:empty {
      display: none;
    }
  `,
})
export class Ticks {
  readonly #languages = inject(Languages);
  readonly #words = inject(TranslocoService);
  readonly #session = inject(Session);
  protected readonly ticks = inject(OwnTicks);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly names = computed(() => ({ partner: this.#session.partnerName() }));
  protected readonly kinds = computed(() => {
    this.#languages.active();
    return (['update', 'activity'] as const).map((value) => ({
      value,
      label: this.#words.translate<string>(`today.ticks.${value}`),
    }));
  });
  protected readonly today = computed(() => {
    const view = this.ticks.view();
    return this.kinds().flatMap(({ value }) =>
      view !== null && this.keptOn(value).includes(view.today) ? [value] : [],
    );
  });
  /** The six days before, the newest first. */
  protected readonly days = computed(() => {
    const view = this.ticks.view();
    const style = { weekday: 'short', day: 'numeric', timeZone: 'UTC' } as const;
    const named = new Intl.DateTimeFormat(this.#languages.active(), style);
    return EARLIER.flatMap((back) => {
      if (view === null) return [];
      const value: string = addDays(asLocalDate(view.today), -back);
      return [{ value, label: named.format(new Date(`${value}T12:00:00Z`)) }];
    });
  });

  constructor() {
    this.ticks.load().catch(() => undefined);
  }

  protected keptOn(kind: Tick['kind']): readonly string[] {
    const view = this.ticks.view();
    if (view === null) return [];
    return kind === 'update' ? view.updates : view.activities;
  }

  protected setToday(chosen: readonly Tick['kind'][]): void {
    const on = this.ticks.view()?.today;
    if (on === undefined) return;
    for (const { value } of this.kinds())
      if (chosen.includes(value) !== this.today().includes(value))
        void this.#set({ kind: value, on, kept: chosen.includes(value) });
  }

  protected setDays(kind: Tick['kind'], chosen: readonly string[]): void {
    const before = this.keptOn(kind);
    for (const { value: on } of this.days())
      if (chosen.includes(on) !== before.includes(on))
        void this.#set({ kind, on, kept: chosen.includes(on) });
  }

  async #set(tick: Tick): Promise<void> {
    this.problem.set(null);
    try {
      await this.ticks.set(tick);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }
}
