import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ChangeStaffRequest,
  InviteStaffRequest,
  NewStaffInvitationView,
  OpenedWayBackView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

/** The acts on the staff page. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class StaffApi {
  readonly #http = inject(HttpClient);

  async change(id: string, body: ChangeStaffRequest): Promise<void> {
    await firstValueFrom(this.#http.put(apiUrl(paths.clinic.staff, id), body));
  }

  async endSessions(id: string): Promise<void> {
    await firstValueFrom(this.#http.delete(apiUrl(paths.clinic.staff, id, 'sessions')));
  }

  async invite(
    body: InviteStaffRequest,
    headers: Readonly<Record<string, string>>,
  ): Promise<NewStaffInvitationView> {
    const url = apiUrl(paths.clinic.staff, 'invitations');
    return firstValueFrom(this.#http.post<NewStaffInvitationView>(url, body, { headers }));
  }

  async letBackIn(id: string, headers: Readonly<Record<string, string>>): Promise<OpenedWayBackView> {
    const url = apiUrl(paths.clinic.staff, id, 'way-back');
    return firstValueFrom(this.#http.post<OpenedWayBackView>(url, null, { headers }));
  }

  async agreeToWayBack(id: string, headers: Readonly<Record<string, string>>): Promise<OpenedWayBackView> {
    const url = apiUrl(paths.clinic.staff, 'ways-back', id, 'agreement');
    return firstValueFrom(this.#http.post<OpenedWayBackView>(url, null, { headers }));
  }

  async takeWayBackAway(id: string): Promise<void> {
    await firstValueFrom(this.#http.delete(apiUrl(paths.clinic.staff, 'ways-back', id)));
  }

  async takeBack(id: string): Promise<void> {
    await firstValueFrom(this.#http.delete(apiUrl(paths.clinic.staff, 'invitations', id)));
  }
}
