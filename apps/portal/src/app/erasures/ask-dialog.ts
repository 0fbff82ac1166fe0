import { HttpClient } from '@angular/common/http';
import { Component, Injector, afterNextRender, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AskErasureRequest, CaseloadPageView, ErasureView } from '@trellis/contracts';
import { Button, Dialog, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { TextField } from '../core/forms/text-field';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { StepUp } from '../core/step-up/step-up';

/** How many couples are shown; whoever is not among them is found by more of the name. */
const MOST = 20;

/** The office asks for the erasure of somebody who asked by letter, by phone or in person. */
@Component({
  selector: 'tr-ask-erasure-dialog',
  imports: [Button, Dialog, Note, ProblemNote, TextField, TranslocoPipe],
  templateUrl: './ask-dialog.html',
  styleUrl: './ask-dialog.css',
})
export class AskErasureDialog {
  readonly #http = inject(HttpClient);
  readonly #stepUp = inject(StepUp);
  readonly #injector = inject(Injector);
  readonly #act = new IntendedAct();

  /** True when a request was made. */
  readonly closed = output<boolean>();

  protected readonly open = signal(true);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly search = signal('');
  protected readonly found = signal<CaseloadPageView | null>(null);
  protected readonly chosen = signal<string | null>(null);
  protected readonly people = computed(() =>
    (this.found()?.couples ?? []).flatMap(({ name: couple, people }) =>
      people.map(({ id, name, side }) => ({ id, name, side, couple })),
    ),
  );
  protected readonly more = computed(() => this.found()?.nextCursor !== null);

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    const search = this.search().trim();
    if (search === '') return;
    await this.#attempt(async () => {
      const params = { search, limit: String(MOST) };
      const url = apiUrl(paths.clinic.caseload);
      this.found.set(await firstValueFrom(this.#http.get<CaseloadPageView>(url, { params })));
      this.chosen.set(null);
    });
  }

  protected async ask(): Promise<void> {
    const personId = this.chosen();
    if (personId === null) return;
    const body: AskErasureRequest = { personId };
    const headers = this.#act.headers(body);
    await this.#attempt(async () => {
      const done = await this.#stepUp.run(async () => {
        await firstValueFrom(this.#http.post<ErasureView>(apiUrl(paths.clinic.erasures), body, { headers }));
      });
      if (done) this.leave(false, true);
    });
    this.#act.settle(this.problem());
  }

  protected leave(open: boolean, made = false): void {
    this.open.set(open);
    if (open) return;
    // First the dialog closes and gives the focus back; then it may be taken away.
    afterNextRender(
      () => {
        this.closed.emit(made);
      },
      { injector: this.#injector },
    );
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
