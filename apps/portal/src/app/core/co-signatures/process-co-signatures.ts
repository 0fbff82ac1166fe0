import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CoSignatureView } from '@trellis/contracts';
import { Announcer, Button, Card } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { Attempt } from '../http/attempt';
import { oneAct } from '../http/idempotency-key';
import { ProblemNote } from '../http/problem-note';
import { Words } from '../i18n/words';

/** Steps of a disclosure that a colleague asked one to sign with them. They talk about it; here it is signed. */
@Component({
  selector: 'tr-process-co-signatures',
  imports: [Button, Card, ProblemNote, TranslocoPipe],
  template: `
    @for (row of rows(); track row.id) {
      <tr-card [heading]="row.couple">
        <p>{{ 'disclosure.coSign.row.' + row.event | transloco: { name: row.name } }}</p>
        <p class="small">{{ 'disclosure.coSign.talk' | transloco: { name: row.name } }}</p>
        <button trButton look="main" type="button" [busy]="attempt.busy()" (click)="sign(row.id)">
          {{ 'disclosure.coSign.sign' | transloco }}
        </button>
      </tr-card>
    }
    <tr-problem-note [problem]="attempt.problem()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
  `,
})
export class ProcessCoSignatures {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  readonly #waiting = signal<readonly CoSignatureView[]>([]);
  protected readonly rows = computed(() =>
    this.#waiting().map(({ id, event, askedByName, coupleName }) => ({
      ...{ id, event, name: askedByName },
      couple: coupleName ?? this.#words.say('disclosure.coSign.otherCouple'),
    })),
  );

  constructor() {
    void this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.disclosure, 'co-signatures');
      this.#waiting.set(await firstValueFrom(this.#http.get<CoSignatureView[]>(url)));
    });
  }

  protected async sign(id: string): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.disclosure, 'co-signatures', id);
      this.#waiting.set(
        await firstValueFrom(this.#http.post<CoSignatureView[]>(url, {}, { headers: oneAct() })),
      );
      this.#announcer.say(this.#words.say('disclosure.coSign.thanks'));
    });
  }
}
