import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnErasureView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';

/** Asks the clinic to erase everything, after a second press, and takes it back while there is time. */
@Component({
  selector: 'tr-own-erasure',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (view() || problem()) {
      <h2>{{ 'record.erasure.heading' | transloco }}</h2>
    }
    @if (view(); as now) {
      @if (now.request !== null) {
        <p class="small">{{ 'record.erasure.asked' | transloco }}</p>
        <button trButton type="button" [busy]="busy()" (click)="change('delete')">
          {{ 'record.erasure.takeBack' | transloco }}
        </button>
      } @else if (sure()) {
        <p class="small">{{ 'record.erasure.sure' | transloco }}</p>
        <button trButton type="button" [busy]="busy()" (click)="change('post')">
          {{ 'record.erasure.ask' | transloco }}
        </button>
        <button trButton type="button" (click)="sure.set(false)">
          {{ 'record.erasure.notNow' | transloco }}
        </button>
      } @else {
        <p class="small">{{ 'record.erasure.may' | transloco }}</p>
        <button trButton type="button" (click)="sure.set(true)">
          {{ 'record.erasure.begin' | transloco }}
        </button>
      }
    }
    @if (problem()) {
      <tr-problem-note [problem]="problem()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      justify-items: start;
    }
    button {
      margin-top: 8px;
    }
    tr-problem-note {
      width: 100%;
    }
  `,
})
export class OwnErasure {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly view = signal<OwnErasureView | null>(null);
  protected readonly sure = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.#take(async () => firstValueFrom(this.#http.get<OwnErasureView>(apiUrl(paths.home.erasure))));
  }

  protected async change(method: 'post' | 'delete'): Promise<void> {
    this.busy.set(true);
    this.sure.set(false);
    const answer = this.#http.request<OwnErasureView>(method, apiUrl(paths.home.erasure), {
      headers: oneAct(),
    });
    if (await this.#take(async () => firstValueFrom(answer))) {
      this.#announcer.say(
        this.#words.translate(method === 'post' ? 'record.erasure.isAsked' : 'record.erasure.isTakenBack'),
      );
    }
    this.busy.set(false);
  }

  /** Shows what the clinic answers; a refusal leaves what stood. */
  async #take(ask: () => Promise<OwnErasureView>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.view.set(await ask());
      return true;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return false;
    }
  }
}
