import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Card, Chip, Note, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { AlertList } from './alert-list';
import { CaseAftercare } from './case-aftercare';
import { ContactTable } from './contact-table';
import { CorrectionList } from './correction-list';
import { SlipList } from './slip-list';
import { TaskTable } from './task-table';

/** The time after a session: what waits first, then contacts and tasks, then what was left out and slips. */
@Component({
  selector: 'tr-aftercare-page',
  imports: [
    AlertList,
    Button,
    Card,
    Chip,
    ContactTable,
    CorrectionList,
    Note,
    ProblemNote,
    SlipList,
    StatePanel,
    TaskTable,
    TranslocoPipe,
  ],
  providers: [CaseAftercare],
  templateUrl: './aftercare-page.html',
  styles: `
    .stack {
      display: grid;
      gap: 16px;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
    }
  `,
})
export class AftercarePage {
  readonly coupleId = input.required<string>();
  readonly #words = inject(Words);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly view = this.aftercare.view;
  protected readonly state = computed(() => {
    if (this.view() === null) return this.aftercare.problem() === null ? 'loading' : 'error';
    return 'full';
  });
  protected readonly ended = computed(() => {
    const view = this.view();
    return view?.endedAt == null ? null : this.#words.moment(view.endedAt, view.timeZone);
  });

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.aftercare.open(coupleId));
    });
  }
}
