import { Component, DestroyRef, DOCUMENT, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReviewItemView } from '@trellis/contracts';
import { Button, Chip, type ChipTone, CompartmentMark, StatePanel, compartmentOfSide } from '@trellis/ui';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Keys } from '../core/keyboard/keys';
import { AnswerReader } from './answer-reader';
import { CoupleHomework } from './couple-homework';
import { ReviewQueue, reviewShows } from './review-queue';

const TONES: Readonly<Record<ReviewItemView['kind'], ChipTone>> = {
  risk: 'alarm',
  notice: 'note',
  too_hard: 'note',
  handed_in: 'leaf',
  not_this_week: 'plain',
  to_talk_about: 'line',
};

/** What waits for a therapist over all couples. Choice and open task live in the address. */
@Component({
  selector: 'tr-review-page',
  imports: [AnswerReader, Button, Chip, CompartmentMark, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  providers: [CoupleHomework],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
})
export class ReviewPage {
  /** From the address; an unknown choice shows everything. */
  readonly show = input<string>();
  readonly task = input<string>();
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly #queue = inject(ReviewQueue);
  protected readonly words = inject(Words);
  protected readonly shows = reviewShows;
  protected readonly tones = TONES;
  /** Over all couples no one zone fits: the reader's own does. */
  protected readonly timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly chosen = computed(() => reviewShows.find((one) => one === this.show()) ?? 'all');
  protected readonly queue = resource({
    params: () => this.chosen(),
    loader: ({ params }) => this.#queue.list(params),
  });
  protected readonly view = computed(() => (this.queue.hasValue() ? this.queue.value() : null));
  protected readonly state = computed(() => {
    if (this.queue.error() !== undefined) return 'error';
    const view = this.view();
    if (view === null) return 'loading';
    return view.items.length === 0 && this.task() === undefined ? 'empty' : 'full';
  });
  protected readonly problem = computed(() =>
    this.queue.error() === undefined ? null : toProblem(this.queue.error()?.cause ?? this.queue.error()),
  );
  protected readonly rows = computed(() =>
    (this.view()?.items ?? []).map((item) => ({
      ...item,
      heading: item.title[this.words.language()],
      mark: compartmentOfSide[item.compartment],
      line: this.words.say('review.since', {
        name: item.personName,
        when: this.words.moment(item.since, this.timeZone),
      }),
    })),
  );

  constructor() {
    const step = (by: 1 | -1) => () => {
      this.#step(by);
    };
    inject(Keys).add(
      [
        { key: 'j', words: 'review.keys.next', press: step(1) },
        { key: 'k', words: 'review.keys.previous', press: step(-1) },
      ],
      inject(DestroyRef),
    );
  }

  protected open(task: string | null): void {
    const left = this.task();
    void this.#router.navigate([], { queryParams: { task }, queryParamsHandling: 'merge' }).then(() => {
      if (task === null && left !== undefined) this.#document.getElementById(`waits-${left}`)?.focus();
    });
  }

  #step(by: 1 | -1): void {
    const rows = this.rows();
    const at = rows.findIndex(({ taskId }) => taskId === this.task());
    const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next !== undefined) this.open(next.taskId);
  }
}
