import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ErasureListView, ErasureView } from '@trellis/contracts';
import { Announcer, Button, Card, Note, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { AskErasureDialog } from './ask-dialog';

type Act = 'approval' | 'withdrawal' | 'completion';

/** Who asked to be erased, who agreed, and what it waits for. Carrying it out takes a second press. */
@Component({
  selector: 'tr-erasures-page',
  imports: [AskErasureDialog, Button, Card, Note, ProblemNote, StatePanel, StepUpDialog, TranslocoPipe],
  providers: [StepUp],
  templateUrl: './erasures-page.html',
  styleUrl: './erasures-page.css',
})
export class ErasuresPage {
  readonly #http = inject(HttpClient);
  readonly #stepUp = inject(StepUp);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly list = httpResource<ErasureListView>(() => apiUrl(paths.clinic.erasures));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal<string | null>(null);
  protected readonly asking = signal(false);
  /** The erasure whose last step was pressed once. */
  protected readonly asked = signal<string | null>(null);

  protected readonly lines = computed(() => {
    const isOwner = this.#session.staff()?.role === 'owner';
    return (this.list.hasValue() ? this.list.value().erasures : []).map((view) => {
      const stands = view.state !== 'erased' && view.state !== 'withdrawn';
      return {
        view,
        askedAt: this.#moment(view.askedAt),
        until: view.until === null ? '' : this.#moment(view.until),
        agreed: view.approvals.map(({ name }) => name).join(', '),
        mayApprove: stands && !view.youApproved,
        mayWithdraw: stands,
        mayErase: view.state === 'due' && isOwner,
      };
    });
  });
  protected readonly state = computed(() => {
    if (this.list.error() !== undefined) return 'error';
    if (!this.list.hasValue()) return 'loading';
    return this.lines().length === 0 ? 'empty' : 'full';
  });
  protected readonly listProblem = computed(() =>
    this.list.error() === undefined ? null : toProblem(this.list.error()),
  );

  protected async act(view: ErasureView, act: Act): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(view.id);
    this.problem.set(null);
    this.asked.set(null);
    const url = apiUrl(paths.clinic.erasures, view.id, act);
    const headers = oneAct();
    try {
      const done = await this.#stepUp.run(async () => {
        await firstValueFrom(this.#http.post(url, null, { headers }));
      });
      if (done) this.#announcer.say(this.#words.say(`erasures.said.${act}`));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(null);
      this.list.reload();
    }
  }

  protected closeAsking(made: boolean): void {
    this.asking.set(false);
    if (!made) return;
    this.#announcer.say(this.#words.say('erasures.ask.asked'));
    this.list.reload();
  }

  #moment(instant: string): string {
    return this.#words.moment(instant, this.#session.clinic()?.timeZone ?? 'UTC');
  }
}
