import { HttpClient } from '@angular/common/http';
import { Component, Injector, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePersonView, NewInvitationView } from '@trellis/contracts';
import { Button, CopyBox, Dialog, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';

/**
 * Makes one invitation and shows its two halves, each with how to pass it on. They live in this dialog only: once
 * it is closed nobody can read them again, and a new invitation ends the one before.
 */
@Component({
  selector: 'tr-invitation-dialog',
  imports: [Button, CopyBox, Dialog, Note, ProblemNote, TranslocoPipe],
  templateUrl: './invitation-dialog.html',
  styles: `
    section {
      display: grid;
      gap: 6px;
    }
  `,
})
export class InvitationDialog {
  readonly #http = inject(HttpClient);
  readonly #languages = inject(Languages);
  readonly #injector = inject(Injector);
  readonly #act = oneAct();
  readonly #attempt = new Attempt();

  readonly person = input.required<CouplePersonView>();
  /** True when an invitation was made. */
  readonly closed = output<boolean>();

  protected readonly open = signal(true);
  protected readonly busy = this.#attempt.busy;
  protected readonly problem = this.#attempt.problem;
  protected readonly made = signal<NewInvitationView | null>(null);
  protected readonly replaces = computed(() => this.person().invitation === 'open' || this.person().enrolled);
  protected readonly expires = computed(() => {
    const made = this.made();
    if (made === null) return '';
    const style = { dateStyle: 'full', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(made.expiresAt));
  });
  /** Read out digit by digit, in two groups. */
  protected readonly code = computed(() => (this.made()?.code ?? '').replace(/^(\d{3})(\d{3})$/, '$1 $2'));

  protected async create(): Promise<void> {
    await this.#attempt.run(async () => {
      const url = apiUrl(paths.clinic.invitations, this.person().id);
      this.made.set(
        await firstValueFrom(this.#http.post<NewInvitationView>(url, {}, { headers: this.#act })),
      );
    });
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
