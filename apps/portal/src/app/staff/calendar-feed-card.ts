import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CalendarFeedView, NewCalendarFeedView, RenewCalendarFeedRequest } from '@trellis/contracts';
import { Announcer, Button, Card, CopyBox } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';

/** The address of one's own calendar for a calendar program: made anew, shown once, ended. */
@Component({
  selector: 'tr-calendar-feed-card',
  imports: [Button, Card, CopyBox, ProblemNote, TranslocoPipe],
  template: `
    <tr-card [heading]="'account.feed.heading' | transloco">
      <p class="small">{{ 'account.feed.lead' | transloco }}</p>
      @if (address(); as fresh) {
        <tr-copy-box [value]="fresh" [label]="'account.feed.copy' | transloco" />
        <p class="small">{{ 'account.feed.once' | transloco }}</p>
      } @else if (shown(); as feed) {
        <p>{{ standing() }}</p>
        <div class="line">
          <button trButton type="button" [busy]="attempt.busy()" (click)="renew()">
            {{ (feed.since === null ? 'account.feed.make' : 'account.feed.renew') | transloco }}
          </button>
          @if (feed.since !== null) {
            <button trButton type="button" [busy]="attempt.busy()" (click)="end()">
              {{ 'account.feed.end' | transloco }}
            </button>
          }
        </div>
      }
      <tr-problem-note [problem]="attempt.problem()" />
    </tr-card>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }
  `,
})
export class CalendarFeedCard {
  readonly #http = inject(HttpClient);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #url = apiUrl(paths.clinic.calendarFeed);
  readonly #feed = httpResource<CalendarFeedView>(() => this.#url);
  protected readonly attempt = new Attempt();
  protected readonly address = signal<string | null>(null);
  protected readonly shown = computed(() => (this.#feed.hasValue() ? this.#feed.value() : null));
  protected readonly standing = computed(() => {
    const since = this.shown()?.since ?? null;
    if (since === null) return this.#words.say('account.feed.none');
    const zone = this.#session.clinic()?.timeZone ?? 'UTC';
    return this.#words.say('account.feed.since', { since: this.#words.date(since, zone) });
  });

  protected async renew(): Promise<void> {
    await this.attempt.run(async () => {
      const request: RenewCalendarFeedRequest = { language: this.#words.language() };
      const made = await firstValueFrom(this.#http.post<NewCalendarFeedView>(this.#url, request));
      this.#feed.set({ since: made.since });
      this.address.set(made.address);
    });
  }

  protected async end(): Promise<void> {
    const ended = await this.attempt.run(async () => {
      await firstValueFrom(this.#http.delete(this.#url));
      this.#feed.set({ since: null });
    });
    if (ended) this.#announcer.say(this.#words.say('account.feed.ended'));
  }
}
