import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DayCheckView } from '@trellis/contracts';
import { dayCheckParts, type DayCheckPart } from '@trellis/domain';
import { Button, Card, Chip } from '@trellis/ui';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

type Answers = Record<DayCheckPart, boolean | null>;

const none: Answers = {
  ...{ sober: null, slept: null, safe: null, consentReaffirmed: null },
  ...{ transportConfirmed: null, childCareConfirmed: null },
};

/** What each person is asked alone on the day, by their own therapist. Of the other side it says only done or open. */
@Component({
  selector: 'tr-day-checks-card',
  imports: [Button, Card, Chip, TranslocoPipe],
  templateUrl: './day-checks-card.html',
  styleUrl: './list-card.css',
})
export class DayChecksCard {
  readonly mayAct = input.required<boolean>();
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly parts = dayCheckParts;
  protected readonly checks = computed(() => this.current.view()?.dayChecks ?? []);
  protected readonly typed = signal<Readonly<Partial<Record<'RP' | 'BP', Answers>>>>({});

  constructor() {
    // A version that a colleague wrote replaces what was chosen here and not saved.
    effect(() => {
      const saved = this.checks().filter(({ mine }) => mine);
      this.typed.set(Object.fromEntries(saved.map(({ side, asked }) => [side, { ...none, ...asked }])));
    });
  }

  protected answer(side: 'RP' | 'BP', part: DayCheckPart): boolean | null {
    return this.typed()[side]?.[part] ?? null;
  }

  protected choose(side: 'RP' | 'BP', part: DayCheckPart, value: boolean): void {
    this.typed.update((all) => ({ ...all, [side]: { ...none, ...all[side], [part]: value } }));
  }

  protected async save({ side, version }: DayCheckView): Promise<void> {
    await this.current.send('put', `day-checks/${side}`, this.typed()[side] ?? none, version);
  }
}
