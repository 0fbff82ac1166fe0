import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenStaffInvitationView, StaffListView, StaffMemberView } from '@trellis/contracts';
import { Announcer, Button, Card, Chip, Icon, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { InviteDialog } from './invite-dialog';
import { StaffApi } from './staff-api';
import { WayBackCell } from './way-back-cell';
import { WayBackDialog } from './way-back-dialog';

const ROLES = ['therapist', 'supervisor', 'clinic_admin', 'owner'] as const;
type Role = (typeof ROLES)[number];

/** Who works here: roles, devices, who was invited; disabling takes effect at once. */
@Component({
  selector: 'tr-staff-page',
  imports: [
    Button,
    Card,
    Chip,
    Icon,
    InviteDialog,
    ProblemNote,
    StatePanel,
    StepUpDialog,
    TranslocoPipe,
    WayBackCell,
    WayBackDialog,
  ],
  providers: [StepUp],
  templateUrl: './staff-page.html',
  styleUrl: './staff-page.css',
})
export class StaffPage {
  readonly #api = inject(StaffApi);
  readonly #stepUp = inject(StepUp);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly list = httpResource<StaffListView>(() => apiUrl(paths.clinic.staff));
  protected readonly inviting = signal(false);
  /** For whom a way back is being opened or agreed to. */
  protected readonly returning = signal<StaffMemberView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal<string | null>(null);

  protected readonly members = computed(() => (this.list.hasValue() ? this.list.value().members : []));
  protected readonly invitations = computed(() =>
    this.list.hasValue() ? this.list.value().invitations : [],
  );
  protected readonly state = computed(() => {
    if (this.list.error() !== undefined) return 'error';
    return this.list.hasValue() ? 'full' : 'loading';
  });
  protected readonly listProblem = computed(() =>
    this.list.error() === undefined ? null : toProblem(this.list.error()),
  );
  /** Only an owner makes owners. */
  protected readonly roles = computed<readonly Role[]>(() =>
    this.#session.staff()?.role === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner'),
  );

  protected expires(invitation: OpenStaffInvitationView): string {
    return this.words.moment(invitation.expiresAt, this.#session.clinic()?.timeZone ?? 'UTC');
  }

  protected async setRole(member: StaffMemberView, chosen: string): Promise<void> {
    const role = ROLES.find((one) => one === chosen);
    if (role === undefined || role === member.role) return;
    await this.#change(member, role, member.active, 'staff.roleChanged');
  }

  protected async setActive(member: StaffMemberView, active: boolean): Promise<void> {
    const role = ROLES.find((one) => one === member.role);
    if (role === undefined) return;
    await this.#change(member, role, active, active ? 'staff.enabled' : 'staff.disabled');
  }

  protected async endSessions(member: StaffMemberView): Promise<void> {
    await this.#act(member.id, 'staff.signedOut', async () => this.#api.endSessions(member.id));
  }

  protected async takeBack(invitation: OpenStaffInvitationView): Promise<void> {
    await this.#act(invitation.id, 'staff.takenBack', async () => this.#api.takeBack(invitation.id));
  }

  protected async takeWayBackAway(member: StaffMemberView, id: string): Promise<void> {
    await this.#act(member.id, 'staff.wayBack.takenBack', async () => this.#api.takeWayBackAway(id));
  }

  protected closeWayBack(made: boolean): void {
    this.returning.set(null);
    if (made) this.list.reload();
  }

  protected closeInvite(made: boolean): void {
    this.inviting.set(false);
    if (made) this.list.reload();
  }

  async #change(member: StaffMemberView, role: Role, active: boolean, said: string): Promise<void> {
    await this.#act(member.id, said, async () => this.#api.change(member.id, { role, active }));
  }

  async #act(id: string, said: string, act: () => Promise<void>): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(id);
    this.problem.set(null);
    try {
      if (await this.#stepUp.run(act)) this.#announcer.say(this.words.say(said));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(null);
      this.list.reload();
    }
  }
}
