import { HttpClient } from '@angular/common/http';
import { Component, Injector, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CouplePersonView, NewInvitationView } from '@trellis/contracts';
import { Announcer, Button, Dialog, Icon, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';

/**
 * Makes one invitation and shows its two halves, each with how to pass it on. They live in this dialog only: once
 * it is closed nobody can read them again, and a new invitation ends the one before.
 */
@Component({
  selector: 'tr-invitation-dialog',
  imports: [Button, Dialog, Icon, Note, ProblemNote, TranslocoPipe],
  templateUrl: './invitation-dialog.html',
  styleUrl: './invitation-dialog.css',
})
export class InvitationDialog {
  readonly #http = inject(HttpClient);
  readonly #transloco = inject(TranslocoService);
  readonly #announcer = inject(Announcer);
  readonly #languages = inject(Languages);
  readonly #injector = inject(Injector);
  readonly #act = oneAct();

  readonly person = input.required<CouplePersonView>();
  /** True when an invitation was made. */
  readonly closed = output<boolean>();

  protected readonly open = signal(true);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
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
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const url = apiUrl(paths.clinic.invitations, this.person().id);
      this.made.set(
        await firstValueFrom(this.#http.post<NewInvitationView>(url, {}, { headers: this.#act })),
      );
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  protected async copyLink(): Promise<void> {
    const link = this.made()?.link ?? '';
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    const key = copied ? 'couple.invitation.copied' : 'couple.invitation.notCopied';
    this.#announcer.say(this.#transloco.translate(key));
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
