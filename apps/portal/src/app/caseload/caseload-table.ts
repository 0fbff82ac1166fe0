import { Component, ElementRef, inject, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseloadRowView } from '@trellis/contracts';
import { Chip, PersonPair, Sparkline, StageDots } from '@trellis/ui';
import { awaited, hasNoReadings, joinedName, namesOf, spanOf } from './caseload-row';

/** One row a couple, as a table; on a phone the same rows as cards. The row itself is the link. */
@Component({
  selector: 'tr-caseload-table',
  imports: [Chip, PersonPair, RouterLink, Sparkline, StageDots, TranslocoPipe],
  templateUrl: './caseload-table.html',
  styleUrl: './caseload-table.css',
})
export class CaseloadTable {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly rows = input.required<readonly CaseloadRowView[]>();
  readonly withReadings = input.required<boolean>();
  readonly busy = input(false);
  /** Row under the keys; -1 for none. */
  readonly current = model(-1);

  protected readonly predictors = ['CT', 'PI', 'ED', 'CG', 'TS'] as const;
  protected readonly spanOf = spanOf;
  protected readonly hasNoReadings = hasNoReadings;
  protected readonly joinedName = joinedName;
  protected readonly namesOf = namesOf;
  protected readonly awaited = awaited;

  /** Moves by rows, stays inside the list, and takes the focus along. */
  move(by: number): void {
    const last = this.rows().length - 1;
    if (last >= 0) this.#focus(Math.min(last, Math.max(0, this.current() + by)));
  }

  /** Puts the focus on a row that has just been added, without moving the page. */
  goOn(index: number): void {
    if (index < this.rows().length) this.#focus(index, { preventScroll: true });
  }

  #focus(index: number, options?: FocusOptions): void {
    this.current.set(index);
    this.#host.nativeElement.querySelectorAll<HTMLElement>('a.couple')[index]?.focus(options);
  }
}
