import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadinessWordsView } from '@trellis/contracts';
import { contraindications } from '@trellis/domain';
import { Button } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ReadinessOfCouple } from './readiness-of-couple';

/** Notes, reasons and evidence of one side. They are opened, and put on record, only when asked for. */
@Component({
  selector: 'tr-side-words',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (words(); as shown) {
      <h3>{{ 'readiness.words.heading' | transloco }}</h3>
      @for (one of rows(); track one.id + one.kind) {
        <article>
          <p class="small">{{ one.line }}</p>
          <p class="text">{{ one.text }}</p>
        </article>
      }
      <button trButton small look="quiet" type="button" (click)="words.set(null)">
        {{ 'readiness.words.close' | transloco }}
      </button>
    } @else {
      <p class="small">{{ 'readiness.words.seen' | transloco: { name: name() } }}</p>
      <button trButton small type="button" [busy]="attempt.busy()" (click)="read()">
        {{ 'readiness.words.read' | transloco }}
      </button>
    }
    <tr-problem-note [problem]="attempt.problem()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    article {
      width: 100%;
    }
    .text {
      margin: 2px 0 10px;
      padding: 10px 12px;
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }
  `,
})
export class SideWords {
  readonly side = input.required<'RP' | 'BP'>();
  readonly name = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly #readiness = inject(ReadinessOfCouple);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly words = signal<ReadinessWordsView | null>(null);
  protected readonly rows = computed(() =>
    (this.words()?.words ?? []).map((one) => ({
      ...one,
      line: this.#words.say(`readiness.words.${one.kind}`, {
        about: this.#about(one.about),
        when: this.#words.date(one.at, this.timeZone()),
        name: one.byName,
      }),
    })),
  );

  constructor() {
    effect(() => {
      this.side();
      untracked(() => {
        this.words.set(null);
      });
    });
  }

  protected async read(): Promise<void> {
    await this.attempt.run(async () => {
      this.words.set(await this.#readiness.words(this.side()));
    });
  }

  #about(about: string): string {
    const condition = contraindications.find(({ id }) => id === about);
    if (condition !== undefined) return condition.label[this.#words.language()];
    return this.#words.sayOr(`readiness.kinds.${about}`, about);
  }
}
