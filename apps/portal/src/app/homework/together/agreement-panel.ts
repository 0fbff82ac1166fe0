import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseAgreementView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Announcer, Button, Note } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { Attempt } from '../../core/http/attempt';
import { ifVersion, oneAct } from '../../core/http/idempotency-key';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';

/** Where an information agreement stands: the third signature, and its end. */
@Component({
  selector: 'tr-agreement-panel',
  imports: [Button, Note, ProblemNote, TranslocoPipe],
  templateUrl: './agreement-panel.html',
  styleUrl: './agreement-panel.css',
})
export class AgreementPanel {
  readonly workId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<CaseAgreementView | null>(null);
  protected readonly askedRp = signal(false);
  protected readonly askedBp = signal(false);
  protected readonly asking = computed(() => {
    const view = this.view();
    return view?.agreement.state === 'waits' && view.maySign;
  });
  protected readonly facts = computed(() => {
    const view = this.view();
    const date = (instant: string | null | undefined) =>
      instant == null ? '' : this.#words.date(instant, this.timeZone());
    return {
      ...{ number: view?.agreement.number ?? '', name: view?.signedByName ?? '' },
      ...{ signed: date(view?.agreement.signedAt), ended: date(view?.agreement.endedAt) },
    };
  });

  constructor() {
    effect(() => {
      const workId = this.workId();
      untracked(() => void this.load(workId));
    });
  }

  protected async load(workId: string): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.agreements, workId);
      this.view.set(await firstValueFrom(this.#http.get<CaseAgreementView>(url)));
    });
  }

  protected async sign(): Promise<void> {
    if (!this.askedRp() || !this.askedBp()) return;
    await this.#send('signature', { askedRp: true, askedBp: true }, {});
  }

  protected async end(): Promise<void> {
    await this.#send('ending', {}, ifVersion(this.view()?.agreement.version ?? 0));
  }

  async #send(act: string, body: object, more: Readonly<Record<string, string>>): Promise<void> {
    const done = await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.agreements, this.workId(), act);
      const headers = { ...oneAct(), ...more };
      this.view.set(await firstValueFrom(this.#http.post<CaseAgreementView>(url, body, { headers })));
    });
    const state = this.view()?.agreement.state ?? 'open';
    if (done) this.#announcer.say(this.#words.say(`homework.agreement.says.${state}`, this.facts()));
  }
}
