import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { stageNames } from '@trellis/domain';
import { Button, Card, Note, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';
import { FactForm } from './fact-form';
import { FactList } from './fact-list';
import { GateCard } from './gate-card';
import { PastList } from './past-list';
import { StepBack } from './step-back';
import { TouchCard } from './touch-card';

/** Where the couple stands, what the next step rests on, and the way back. The office sees stage and days alone. */
@Component({
  selector: 'tr-stages-page',
  imports: [
    ...[Button, Card, FactForm, FactList, GateCard, Note, PastList, ProblemNote, StatePanel, StepBack],
    ...[TouchCard, TranslocoPipe],
  ],
  providers: [CoupleStages],
  templateUrl: './stages-page.html',
  styles: `
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 10px;
    }
  `,
})
export class StagesPage {
  readonly coupleId = input.required<string>();
  protected readonly stages = inject(CoupleStages);
  protected readonly words = inject(Words);
  protected readonly form = signal<'fact' | 'back' | null>(null);
  protected readonly stageName = computed(() => {
    const view = this.stages.view();
    return view === null ? '' : stageNames[view.stage][this.words.language()];
  });
  protected readonly acts = computed(() => (this.stages.view()?.sides.length ?? 0) > 0);
  /** The next step first; a gate that stands open comes after it. */
  protected readonly gates = computed(() => {
    const view = this.stages.view();
    return view === null ? [] : view.gates.filter(({ to }) => to <= view.stage + 1).toReversed();
  });

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.form.set(null);
        this.stages.show(coupleId);
      });
    });
  }
}
