import { Component, Injector, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InviteStaffRequest, NewStaffInvitationView } from '@trellis/contracts';
import { Button, CopyBox, Dialog, Field, Note } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StaffApi } from './staff-api';

type Role = InviteStaffRequest['role'];

/** Invites one colleague and shows link and code this once, each with how to pass it on. */
@Component({
  selector: 'tr-invite-dialog',
  imports: [Button, CopyBox, Dialog, Field, Note, ProblemNote, TextField, TranslocoPipe],
  templateUrl: './invite-dialog.html',
  styles: `
    section {
      display: grid;
      gap: 6px;
    }
  `,
})
export class InviteDialog {
  readonly #api = inject(StaffApi);
  readonly #stepUp = inject(StepUp);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #injector = inject(Injector);
  readonly #act = new IntendedAct();

  readonly roles = input.required<readonly Role[]>();
  /** True when an invitation was made. */
  readonly closed = output<boolean>();

  protected readonly open = signal(true);
  protected readonly busy = signal(false);
  protected readonly asked = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly made = signal<NewStaffInvitationView | null>(null);
  protected readonly name = signal('');
  protected readonly credentials = signal('');
  protected readonly email = signal('');
  protected readonly role = signal<Role>('therapist');
  /** Read out digit by digit, in two groups. */
  protected readonly code = computed(() => (this.made()?.code ?? '').replace(/^(\d{3})(\d{3})$/, '$1 $2'));
  protected readonly expires = computed(() => {
    const made = this.made();
    return made === null ? '' : this.#words.moment(made.expiresAt, this.#session.clinic()?.timeZone ?? 'UTC');
  });

  protected missing(value: string): string {
    return this.asked() && value.trim() === '' ? this.#words.say('staff.invite.fill') : '';
  }

  protected choose(chosen: string): void {
    const role = this.roles().find((one) => one === chosen);
    if (role !== undefined) this.role.set(role);
  }

  protected async create(): Promise<void> {
    this.asked.set(true);
    const body = {
      ...{ name: this.name().trim(), credentials: this.credentials().trim() },
      ...{ email: this.email().trim(), role: this.role() },
    };
    if (this.busy() || body.name === '' || body.email === '') return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#stepUp.run(async () => {
        this.made.set(await this.#api.invite(body, this.#act.headers(body)));
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
