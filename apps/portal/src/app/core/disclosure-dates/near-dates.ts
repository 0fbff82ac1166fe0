import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionCollisionsView } from '@trellis/contracts';
import { Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../http/api-url';
import { Words } from '../i18n/words';

/** Days that lie near a moment for a session, before anybody asks for it: days alone, never what or whose they are. */
@Component({
  selector: 'tr-near-dates',
  imports: [Note, TranslocoPipe],
  host: { role: 'status' },
  template: `
    @if (found(); as found) {
      @if (!found.checked) {
        <tr-note icon="calendar">{{ 'disclosure.near.notGathered' | transloco }}</tr-note>
      } @else if (days()) {
        <tr-note icon="calendar">{{ 'disclosure.near.days' | transloco: { days: days() } }}</tr-note>
      } @else {
        <p class="small">{{ 'disclosure.near.none' | transloco }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NearDates {
  readonly coupleId = input.required<string>();
  /** ISO 8601; null while no moment is chosen. */
  readonly startsAt = input.required<string | null>();
  readonly #words = inject(Words);
  readonly #asked = httpResource<SessionCollisionsView>(() => {
    const startsAt = this.startsAt();
    // A year that is still being typed is no moment yet.
    if (startsAt === null || startsAt < '2000') return undefined;
    return {
      url: apiUrl(paths.clinic.disclosureSessions, this.coupleId(), 'collisions'),
      params: { startsAt },
    };
  });
  protected readonly found = computed(() => (this.#asked.hasValue() ? this.#asked.value() : null));
  protected readonly days = computed(() =>
    this.#words.list((this.found()?.collisions ?? []).map((day) => this.#words.day(day))),
  );
}
