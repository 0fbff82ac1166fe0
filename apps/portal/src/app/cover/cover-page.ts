import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AddCoverRequest, CoverEntryView, CoverView } from '@trellis/contracts';
import { Announcer, Button, Card, Field, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';

/** Who stands in for whom. Therapists keep their own entries; the office keeps everybody's. */
@Component({
  selector: 'tr-cover-page',
  imports: [Button, Card, Field, ProblemNote, StatePanel, TranslocoPipe],
  templateUrl: './cover-page.html',
  styleUrl: './cover-page.css',
})
export class CoverPage {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  readonly #act = new IntendedAct();
  protected readonly rota = httpResource<CoverView>(() => apiUrl(paths.clinic.cover));
  protected readonly entries = computed(() => (this.rota.hasValue() ? this.rota.value().entries : []));
  protected readonly colleagues = computed(() => (this.rota.hasValue() ? this.rota.value().colleagues : []));
  protected readonly state = computed(() => {
    if (this.rota.error() !== undefined) return 'error';
    if (!this.rota.hasValue()) return 'loading';
    return this.entries().length === 0 ? 'empty' : 'full';
  });
  protected readonly rotaProblem = computed(() =>
    this.rota.error() === undefined ? null : toProblem(this.rota.error()),
  );
  /** The office says who is away; everybody else is away themselves. */
  protected readonly office = computed(() => this.#session.staff()?.role !== 'therapist');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly away = signal('');
  protected readonly standsIn = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly others = computed(() => {
    const away = this.office() ? this.away() : (this.#session.staff()?.id ?? '');
    return this.colleagues().filter(({ id }) => id !== away);
  });

  protected when(instant: string): string {
    return this.#words.moment(instant, this.#session.clinic()?.timeZone ?? 'UTC');
  }

  protected async add(): Promise<void> {
    const [from, to] = [new Date(this.from()), new Date(this.to())];
    const isWhole = this.standsIn() !== '' && (!this.office() || this.away() !== '');
    if (!isWhole || Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return;
    const body: AddCoverRequest = {
      ...(this.office() ? { staffId: this.away() } : {}),
      ...{ coveredBy: this.standsIn(), from: from.toISOString(), to: to.toISOString() },
    };
    await this.#do('cover.added', async () =>
      firstValueFrom(this.#http.post(apiUrl(paths.clinic.cover), body, { headers: this.#act.headers(body) })),
    );
  }

  protected async takeBack(entry: CoverEntryView): Promise<void> {
    await this.#do('cover.takenBack', async () =>
      firstValueFrom(this.#http.delete(apiUrl(paths.clinic.cover, entry.id))),
    );
  }

  async #do(said: string, act: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
      this.#act.settle(null);
      this.#announcer.say(this.#words.say(said));
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
      this.rota.reload();
    }
  }
}
