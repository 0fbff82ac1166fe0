import { Component, Injector, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenedWayBackView, StaffMemberView } from '@trellis/contracts';
import { Button, CopyBox, Dialog, Note } from '@trellis/ui';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StaffApi } from './staff-api';

/** Opens a way back for one colleague, or agrees to one that waits, and shows the code this once. */
@Component({
  selector: 'tr-way-back-dialog',
  imports: [Button, CopyBox, Dialog, Note, ProblemNote, TranslocoPipe],
  templateUrl: './way-back-dialog.html',
  styles: `
    section {
      display: grid;
      gap: 6px;
    }
  `,
})
export class WayBackDialog {
  readonly #api = inject(StaffApi);
  readonly #stepUp = inject(StepUp);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #injector = inject(Injector);
  readonly #act = new IntendedAct();

  readonly member = input.required<StaffMemberView>();
  /** True when something was asked for or agreed to. */
  readonly closed = output<boolean>();

  protected readonly open = signal(true);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly made = signal<OpenedWayBackView | null>(null);
  protected readonly names = computed(() => ({ name: this.member().name }));
  /** The way back that waits for this viewer; null when a new one is asked for. */
  protected readonly waiting = computed(() => {
    const way = this.member().wayBack;
    return way?.mayAgree === true ? way : null;
  });
  protected readonly code = computed(() => (this.made()?.code ?? '').replace(/^(\d{3})(\d{3})$/, '$1 $2'));
  protected readonly expires = computed(() => {
    const made = this.made();
    return made === null ? '' : this.#words.moment(made.expiresAt, this.#session.clinic()?.timeZone ?? 'UTC');
  });

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const waiting = this.waiting();
    const headers = this.#act.headers(waiting?.id ?? this.member().id);
    try {
      await this.#stepUp.run(async () => {
        this.made.set(
          waiting === null
            ? await this.#api.letBackIn(this.member().id, headers)
            : await this.#api.agreeToWayBack(waiting.id, headers),
        );
      });
      this.#act.settle(null);
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  protected leave(open: boolean): void {
    this.open.set(open);
    if (open) return;
    // First the dialog closes and gives the focus back; then it may be taken away.
    afterNextRender(
      () => {
        this.closed.emit(this.made() !== null);
      },
      { injector: this.#injector },
    );
  }
}
