import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnPasskeysView, OwnPasskeyView } from '@trellis/contracts';
import { Announcer, Button, Card, Chip, Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { TextField } from '../core/forms/text-field';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { PasskeysApi } from './passkeys-api';

/** One's own passkeys: each lets in by itself. The page around it holds the dialog for a fresh proof. */
@Component({
  selector: 'tr-passkeys-card',
  imports: [Button, Card, Chip, ProblemNote, TextField, TranslocoPipe],
  templateUrl: './passkeys-card.html',
  styleUrl: './account-page.css',
})
export class PasskeysCard {
  readonly #api = inject(PasskeysApi);
  readonly #stepUp = inject(StepUp);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #attempt = new Attempt();
  readonly #list = httpResource<OwnPasskeysView>(() => apiUrl(paths.clinic.account, 'passkeys'));
  protected readonly passkeys = inject(Passkeys);
  protected readonly shown = computed(() => (this.#list.hasValue() ? this.#list.value() : null));
  protected readonly busy = this.#attempt.busy;
  protected readonly problem = this.#attempt.problem;
  protected readonly fresh = signal('');
  protected readonly label = signal('');
  protected readonly renaming = signal<string | null>(null);
  protected readonly stopped = signal(false);

  protected used({ usedAt, createdAt }: OwnPasskeyView): string {
    const zone = this.#session.clinic()?.timeZone ?? 'UTC';
    const when = this.#words.moment(usedAt ?? createdAt, zone);
    return this.#words.say(usedAt === null ? 'account.passkeys.made' : 'account.passkeys.used', { when });
  }

  protected beginRenaming({ id, label }: OwnPasskeyView): void {
    this.label.set(label);
    this.renaming.set(id);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const label = this.fresh().trim();
    if (label === '') return;
    await this.#act('account.passkeys.added', async () => this.#api.add(label));
    if (!this.stopped() && this.problem() === null) this.fresh.set('');
  }

  protected async rename(event: Event, { id }: OwnPasskeyView): Promise<void> {
    event.preventDefault();
    const label = this.label().trim();
    if (label === '') return;
    await this.#act('account.passkeys.renamed', async () => this.#api.rename(id, label));
    if (this.problem() === null) this.renaming.set(null);
  }

  protected async remove({ id }: OwnPasskeyView): Promise<void> {
    await this.#act('account.passkeys.removed', async () => this.#api.remove(id));
  }

  async #act(said: string, act: () => Promise<OwnPasskeysView | null>): Promise<void> {
    this.stopped.set(false);
    await this.#attempt.run(async () => {
      let view = null as OwnPasskeysView | null;
      const done = await this.#stepUp.run(async () => {
        view = await act();
      });
      if (view === null) {
        this.stopped.set(done);
        return;
      }
      this.#list.set(view);
      // A changed sign-in comes with a new session, whose token the next write needs.
      await this.#session.load();
      this.#announcer.say(this.#words.say(said));
    });
  }
}
