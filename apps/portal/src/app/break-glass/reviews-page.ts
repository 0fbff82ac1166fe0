import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EmergencyReviewsView, EmergencyReviewView } from '@trellis/contracts';
import { Announcer, Button, Card, Chip, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { EmergencyApi } from './emergency-api';

/** Every emergency reading is looked at by an owner, within 72 hours. */
@Component({
  selector: 'tr-reviews-page',
  imports: [Button, Card, Chip, ProblemNote, StatePanel, TranslocoPipe],
  templateUrl: './reviews-page.html',
  styleUrl: './reviews-page.css',
})
export class ReviewsPage {
  readonly #api = inject(EmergencyApi);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  protected readonly list = httpResource<EmergencyReviewsView>(() =>
    apiUrl(paths.clinic.breakGlass, 'reviews'),
  );
  protected readonly busy = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly waiting = computed(() => (this.list.hasValue() ? this.list.value().waiting : []));
  protected readonly reviewed = computed(() => (this.list.hasValue() ? this.list.value().reviewed : []));
  protected readonly state = computed(() => {
    if (this.list.error() !== undefined) return 'error';
    if (!this.list.hasValue()) return 'loading';
    return this.waiting().length === 0 ? 'empty' : 'full';
  });
  protected readonly listProblem = computed(() =>
    this.list.error() === undefined ? null : toProblem(this.list.error()),
  );

  protected when(instant: string): string {
    return this.#words.moment(instant, this.#session.clinic()?.timeZone ?? 'UTC');
  }

  protected async review(one: EmergencyReviewView, outcome: 'in_order' | 'to_discuss'): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(one.id);
    this.problem.set(null);
    try {
      await this.#api.review(one.id, { outcome });
      this.#announcer.say(this.#words.say('emergency.reviews.done'));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(null);
      this.list.reload();
    }
  }
}
