import { Component, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { CoupleMeasures } from './couple-measures';
import { PersonMeasures } from './person-measures';

/** Standard instruments of one's own people, each person by themselves. */
@Component({
  selector: 'tr-measures-page',
  imports: [Button, PersonMeasures, ProblemNote, StatePanel, StepUpDialog, TranslocoPipe],
  providers: [CoupleMeasures, StepUp],
  templateUrl: './measures-page.html',
  styleUrl: './measures-page.css',
})
export class MeasuresPage {
  readonly coupleId = input.required<string>();
  protected readonly measures = inject(CoupleMeasures);

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.measures.show(coupleId));
    });
  }
}
