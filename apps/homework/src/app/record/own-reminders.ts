import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ChooseRemindersRequest, OwnRemindersView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { ReminderForm, type ReminderWish } from './reminder-form';

/** Whether I am reminded by mail, where, and when not: my own choice, which nobody else sees. */
@Component({
  selector: 'tr-own-reminders',
  imports: [Button, ProblemNote, ReminderForm, TranslocoPipe],
  template: `
    @if (view() || problem()) {
      <h2>{{ 'record.reminders.heading' | transloco }}</h2>
    }
    @if (view(); as now) {
      <p class="small">
        {{ (now.given ? 'record.reminders.given' : 'record.reminders.notGiven') | transloco: standing() }}
      </p>
      @if (open()) {
        <tr-reminder-form [wish]="now" [busy]="busy()" (chosen)="save($event)" (left)="open.set(false)" />
      } @else {
        <button trButton type="button" (click)="open.set(true)">
          {{ (now.given ? 'record.reminders.change' : 'record.reminders.begin') | transloco }}
        </button>
      }
      @if (now.given && !open()) {
        <button trButton type="button" [busy]="busy()" (click)="end()">
          {{ 'record.reminders.end' | transloco }}
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
    tr-reminder-form,
    tr-problem-note {
      width: 100%;
    }
  `,
})
export class OwnReminders {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  readonly #languages = inject(Languages);
  protected readonly view = signal<OwnRemindersView | null>(null);
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly standing = computed(() => {
    const now = this.view();
    const since = now?.since ?? null;
    return {
      address: now?.address ?? '',
      since: since === null ? '' : this.#day(since),
    };
  });

  constructor() {
    void this.#take(async () => firstValueFrom(this.#http.get<OwnRemindersView>(this.#url)));
  }

  protected async save(wish: ReminderWish): Promise<void> {
    if (await this.#put({ ...wish, given: true })) this.#say('record.reminders.isGiven');
  }

  /** Taken back with one press; the clinic keeps the address no longer. */
  protected async end(): Promise<void> {
    const now = this.view();
    if (now === null) return;
    const { quietFrom, quietUntil, quietDays, timeZone, discreet } = now;
    const request = { given: false, quietFrom, quietUntil, quietDays, timeZone, discreet };
    if (await this.#put(request)) this.#say('record.reminders.isEnded');
  }

  async #put(request: ChooseRemindersRequest): Promise<boolean> {
    this.busy.set(true);
    const headers = { ...oneAct(), ...ifVersion(this.view()?.version ?? 0) };
    const answer = this.#http.put<OwnRemindersView>(this.#url, request, { headers });
    const taken = await this.#take(async () => firstValueFrom(answer));
    this.busy.set(false);
    if (taken) this.open.set(false);
    return taken;
  }

  /** Shows what the clinic answers; a refusal leaves what stood. */
  async #take(ask: () => Promise<OwnRemindersView>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.view.set(await ask());
      return true;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return false;
    }
  }

  #day(instant: string): string {
    return new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long' }).format(new Date(instant));
  }

  #say(key: string): void {
    this.#announcer.say(this.#words.translate(key));
  }

  get #url(): string {
    return apiUrl(paths.home.reminders);
  }
}
