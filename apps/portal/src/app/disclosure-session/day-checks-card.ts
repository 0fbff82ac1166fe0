import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DayCheckView } from '@trellis/contracts';
import { dayCheckParts, type DayCheckPart } from '@trellis/domain';
import { Button, Card, Chip, Note } from '@trellis/ui';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

type Answers = Record<DayCheckPart, boolean | null>;

interface Typed {
  readonly answers: Answers;
  readonly began: number;
}

const none: Answers = {
  ...{ sober: null, slept: null, safe: null, consentReaffirmed: null },
  ...{ transportConfirmed: null, childCareConfirmed: null },
};

/** What each person is asked alone on the day, by their own therapist. Of the other side it says only done or open. */
@Component({
  selector: 'tr-day-checks-card',
  imports: [Button, Card, Chip, Note, TranslocoPipe],
  templateUrl: './day-checks-card.html',
  styleUrl: './list-card.css',
})
export class DayChecksCard {
  readonly mayAct = input.required<boolean>();
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly parts = dayCheckParts;
  protected readonly checks = computed(() => this.current.view()?.dayChecks ?? []);
  /** What was chosen here and not saved, and the version that it began with. It outlasts what a colleague saves. */
  protected readonly typed = linkedSignal<
    string | null,
    Readonly<Partial<Record<'RP' | 'BP', Typed | undefined>>>
  >({
    source: computed(() => this.current.view()?.coupleId ?? null),
    computation: () => ({}),
  });

  protected answer({ side, asked }: DayCheckView, part: DayCheckPart): boolean | null {
    return (this.typed()[side]?.answers ?? asked)?.[part] ?? null;
  }

  /** Somebody saved this check since the first choice here. */
  protected changed({ side, version }: DayCheckView): boolean {
    const typed = this.typed()[side];
    return typed !== undefined && typed.began !== version;
  }

  protected choose({ side, asked, version }: DayCheckView, part: DayCheckPart, value: boolean): void {
    this.typed.update((all) => {
      const { answers, began } = all[side] ?? { answers: { ...none, ...asked }, began: version };
      return { ...all, [side]: { answers: { ...answers, [part]: value }, began } };
    });
  }

  protected async save(check: DayCheckView): Promise<void> {
    const { side, version, asked } = check;
    const answers = this.typed()[side]?.answers ?? { ...none, ...asked };
    if (!(await this.current.send('put', `day-checks/${side}`, answers, version))) return;
    this.typed.update((all) => ({ ...all, [side]: undefined }));
  }
}
