import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseLetterRowView, LetterGapView, LetterStandView } from '@trellis/contracts';
import { guardEntries, letterExercise, type Criterion } from '@trellis/domain';
import { Announcer, Button, Card, Chip, CompartmentMark } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CaseLetters } from './case-letters';
import { LetterMarks } from './letter-marks';
import { LetterReader } from './letter-reader';

/** As many missing things as are read at a glance; the process page has them all. */
const SHOWN = 6;

/** One kind of letter: its way to the day on which it is read, and what was laid down for it. */
@Component({
  selector: 'tr-letter-card',
  imports: [Button, Card, Chip, CompartmentMark, LetterMarks, LetterReader, TranslocoPipe],
  templateUrl: './letter-card.html',
  styleUrl: './letter-card.css',
})
export class LetterCard {
  readonly stand = input.required<LetterStandView>();
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly letters = inject(CaseLetters);
  protected readonly open = signal(false);
  protected readonly sure = signal(false);
  protected readonly names = computed(() => ({
    partner: this.#couple.person('BP')?.name ?? '',
    recovering: this.#couple.person('RP')?.name ?? '',
  }));
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  protected readonly title = computed(() => letterExercise(this.stand().kind).title[this.words.language()]);
  protected readonly mark = computed(() =>
    this.stand().kind === 'impact' ? ('bp' as const) : ('rp' as const),
  );
  /** The letter that is kept; before it, what is left of those that were destroyed. */
  protected readonly row = computed((): CaseLetterRowView | null => {
    const rows = (this.letters.view()?.letters ?? []).filter(({ kind }) => kind === this.stand().kind);
    return rows.find(({ destroyedAt }) => destroyedAt === null) ?? rows.at(-1) ?? null;
  });
  protected readonly gaps = computed((): readonly LetterGapView[] => {
    const { opening, delivery } = this.stand();
    return this.isOpen() ? delivery : opening;
  });
  /** Work on it has begun, so that what counts is what its reading needs. */
  protected readonly isOpen = computed(() => {
    const state = this.letters.view()?.state;
    return this.stand().kind === 'impact' ? state === 'IMPACT_PREP' : state === 'RESTITUTION_PREP';
  });
  protected readonly running = computed(() => this.letters.view()?.reading?.kind === this.stand().kind);

  /** What is missing, each thing once with how often; the first of them, and how many stand behind. */
  protected readonly missing = computed(() => {
    const times = new Map<string, number>();
    for (const gap of this.gaps()) times.set(this.gapWords(gap), (times.get(this.gapWords(gap)) ?? 0) + 1);
    const lines = [...times].map(([words, count]) => ({ words, count }));
    return { shown: lines.slice(0, SHOWN), more: Math.max(0, lines.length - SHOWN) };
  });

  private gapWords({ guardId, item }: LetterGapView): string {
    const entries: Readonly<Record<string, Criterion | undefined>> = guardEntries;
    const title = entries[guardId]?.title[this.words.language()] ?? guardId;
    const person = item === 'RP' || item === 'BP' ? this.#couple.person(item)?.name : undefined;
    return person === undefined ? title : `${title}: ${person}`;
  }

  protected async reading(act: 'start' | 'end'): Promise<void> {
    if (await this.letters.reading(this.stand().kind, act))
      this.#announcer.say(this.words.say(`letters.reading.${act}Done`));
  }

  protected async deliver(): Promise<void> {
    this.sure.set(false);
    if (await this.letters.deliver(this.stand().kind))
      this.#announcer.say(this.words.say('letters.reading.delivered'));
  }
}
