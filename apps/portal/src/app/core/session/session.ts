import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { StaffSessionView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { RequestToken } from '../http/request-token';
import { UnsentText } from './unsent-text';

/** Who is signed in at this portal. Read-only signals; nothing of it is kept in the browser's storage. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #http = inject(HttpClient);
  readonly #token = inject(RequestToken);
  readonly #unsent = inject(UnsentText);
  readonly #view = signal<StaffSessionView | null>(null);

  readonly staff = computed(() => this.#view()?.staff ?? null);
  readonly clinic = computed(() => this.#view()?.clinic ?? null);
  readonly idleSeconds = computed(() => this.#view()?.idleSeconds ?? null);
  readonly stepUpUntil = computed(() => this.#view()?.stepUpUntil ?? null);
  readonly recoveryCodesLow = computed(() => this.#view()?.recoveryCodesLow ?? false);
  readonly isSignedIn = computed(() => this.#view() !== null);

  /** True when the signed-in member of staff holds the permission; hides what the server would refuse. */
  may(permission: string): boolean {
    return this.#view()?.permissions.includes(permission) ?? false;
  }

  /** Asks the server who is signed in; call after sign-in and after a step-up. False when nobody is. */
  async load(): Promise<boolean> {
    try {
      const view = await firstValueFrom(this.#http.get<StaffSessionView>(apiUrl(paths.clinic.session)));
      this.#unsent.belongTo(view.staff.id);
      this.#view.set(view);
      this.#token.current.set(view.csrfToken);
      return true;
    } catch {
      this.forget();
      return false;
    }
  }

  /** Ends the session at the server, then here. The page is blank of names even when the server is away. */
  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.#http.delete(apiUrl(paths.clinic.session)));
    } finally {
      this.forget();
      this.#unsent.clear();
    }
  }

  forget(): void {
    this.#view.set(null);
    this.#token.current.set(null);
  }
}
