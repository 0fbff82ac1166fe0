import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StrongerWayView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';

/** From the third visit with a PIN on: that more would open more, and how. Below the tasks, and never in their way. */
@Component({
  selector: 'tr-stronger-way',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (view(); as now) {
      <section class="stack-s">
        <h2>{{ 'today.stronger.heading' | transloco }}</h2>
        <p class="small">{{ 'today.stronger.sentence' | transloco: names() }}</p>
        @if (now.linkWanted) {
          <p role="status">{{ 'today.stronger.asked' | transloco: names() }}</p>
        } @else {
          <button trButton wide type="button" [busy]="attempt.busy()" (click)="ask()">
            {{ 'today.stronger.ask' | transloco: names() }}
          </button>
        }
        <tr-problem-note [problem]="attempt.problem()" />
        <button class="text-link" type="button" (click)="notNow()">
          {{ 'today.stronger.' + now.putOffFor | transloco }}
        </button>
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
    .text-link {
      justify-self: start;
      padding-left: 0;
    }
  `,
})
export class StrongerWay {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<StrongerWayView | null>(null);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));

  constructor() {
    if (this.#session.level() === 'pin') void this.#load();
  }

  protected ask(): void {
    void this.attempt.run(async () => {
      await firstValueFrom(this.#http.post(this.#url('link'), null));
      this.view.update((now) => (now === null ? null : { ...now, linkWanted: true }));
    });
  }

  /** The card goes at once. When the clinic does not hear of it, it comes back with the next visit. */
  protected notNow(): void {
    this.view.set(null);
    void this.attempt.run(async () => {
      await firstValueFrom(this.#http.post(this.#url('not-now'), null));
    });
  }

  /** Without an answer there is no card: nothing depends on it. */
  async #load(): Promise<void> {
    try {
      const view = await firstValueFrom(this.#http.get<StrongerWayView>(this.#url()));
      this.view.set(view.show ? view : null);
    } catch {
      this.view.set(null);
    }
  }

  #url(...parts: readonly string[]): string {
    return apiUrl(paths.home.devices, 'stronger-way', ...parts);
  }
}
