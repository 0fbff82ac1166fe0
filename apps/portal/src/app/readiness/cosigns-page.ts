import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CosignDetailView, CosignListView, CosignRowView } from '@trellis/contracts';
import { readinessItems } from '@trellis/domain';
import { Announcer, Button, Card, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { ProcessCoSignatures } from '../core/co-signatures/process-co-signatures';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';

/** What colleagues asked one to sign with them. The reason is read first; nothing is signed from the list. */
@Component({
  selector: 'tr-cosigns-page',
  imports: [Button, Card, ProblemNote, ProcessCoSignatures, StatePanel, TranslocoPipe],
  templateUrl: './cosigns-page.html',
  styles: `
    :host {
      display: grid;
      gap: 14px;
      max-width: 760px;
    }
    tr-card {
      margin-bottom: 12px;
    }
    .text {
      margin: 8px 0;
      padding: 10px 12px;
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 10px;
    }
  `,
})
export class CosignsPage {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly requests = signal<readonly CosignRowView[] | null>(null);
  protected readonly detail = signal<CosignDetailView | null>(null);
  protected readonly state = computed(() => {
    const requests = this.requests();
    if (requests === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return requests.length === 0 ? 'empty' : 'full';
  });
  protected readonly rows = computed(() =>
    (this.requests() ?? []).map((row) => ({
      ...row,
      title: readinessItems.find(({ id }) => id === row.item)?.title[this.#words.language()] ?? row.item,
      line: this.#words.say('readiness.cosign.line', {
        name: row.byName,
        when: this.#words.date(row.at, Intl.DateTimeFormat().resolvedOptions().timeZone),
      }),
    })),
  );

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.readiness, 'cosigns');
      this.requests.set((await firstValueFrom(this.#http.get<CosignListView>(url))).requests);
    });
  }

  protected async read(id: string): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.readiness, 'cosigns', id);
      this.detail.set(await firstValueFrom(this.#http.get<CosignDetailView>(url)));
    });
  }

  protected async answer(id: string, agreed: boolean): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.readiness, 'cosigns', id);
      const answer = this.#http.post<CosignListView>(url, { agreed }, { headers: oneAct() });
      this.requests.set((await firstValueFrom(answer)).requests);
      this.detail.set(null);
      this.#announcer.say(this.#words.say(agreed ? 'readiness.cosign.signed' : 'readiness.cosign.notSigned'));
    });
  }
}
