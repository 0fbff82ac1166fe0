import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JointWorkRowView } from '@trellis/contracts';
import { Button, Card, Chip, CompartmentMark } from '@trellis/ui';
import { Attempt } from '../../core/http/attempt';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';
import { JointWorks } from './joint-works';

/** The exercises of both, each with whether its halves are open. Who is missing is not said here. */
@Component({
  selector: 'tr-joint-card',
  imports: [Button, Card, Chip, CompartmentMark, ProblemNote, RouterLink, TranslocoPipe],
  providers: [JointWorks],
  templateUrl: './joint-card.html',
  styleUrl: './joint-card.css',
})
export class JointCard {
  readonly coupleId = input.required<string>();
  /** Grows when something was assigned, so that the list is read anew. */
  readonly round = input(0);
  protected readonly words = inject(Words);
  protected readonly works = inject(JointWorks);
  protected readonly attempt = new Attempt();
  protected readonly rows = computed(() =>
    this.works.rows().map((work) => ({
      ...{ work, state: stateOf(work), title: work.title[this.words.language()] },
      day: this.words.day(work.dueOn),
    })),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      this.round();
      untracked(() => void this.attempt.run(() => this.works.load(coupleId)));
    });
  }

  protected more(): void {
    void this.attempt.run(() => this.works.load(this.coupleId(), true));
  }
}

/** What is to be known first of an exercise of two; a key below `homework.together.states`. */
export function stateOf(
  work: Pick<JointWorkRowView, 'revealedAt' | 'talkedAt' | 'opensInSession'>,
): 'talked' | 'open' | 'inSession' | 'closed' {
  if (work.talkedAt !== null) return 'talked';
  if (work.revealedAt !== null) return 'open';
  return work.opensInSession ? 'inSession' : 'closed';
}
