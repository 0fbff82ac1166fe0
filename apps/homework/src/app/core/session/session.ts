import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { PersonSessionView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { toProblem } from '../http/problem';
import { RequestToken } from '../http/request-token';
import { Languages } from '../i18n/languages';

/** The person whose phone this is, as far as the server has let them in. Nothing of this is kept in the browser. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #http = inject(HttpClient);
  readonly #token = inject(RequestToken);
  readonly #languages = inject(Languages);
  readonly #view = signal<PersonSessionView | null>(null);

  readonly person = computed(() => this.#view()?.person ?? null);
  readonly partnerName = computed(() => this.#view()?.partnerName ?? '');
  readonly therapistName = computed(() => this.#view()?.therapistName ?? '');
  readonly clinic = computed(() => this.#view()?.clinic ?? null);
  readonly idleSeconds = computed(() => this.#view()?.idleSeconds ?? null);
  readonly #unreachable = signal(false);
  /** The clinic gave no answer when it was last asked who this is. */
  readonly unreachable = this.#unreachable.asReadonly();
  /** `enrolment` while an invitation is being completed, `pin` or `full` afterwards, null when nobody is signed in. */
  readonly level = computed(() => this.#view()?.level ?? null);

  /** Asks the server who this is and takes up the person's language. False when nobody is signed in. */
  async load(): Promise<boolean> {
    try {
      await this.take(await firstValueFrom(this.#http.get<PersonSessionView>(apiUrl(paths.home.session))));
      this.#unreachable.set(false);
      return true;
    } catch (failure) {
      this.#unreachable.set(toProblem(failure).code === 'unreachable');
      this.forget();
      return false;
    }
  }

  /** Takes up a session that the server has just opened. */
  async take(view: PersonSessionView): Promise<void> {
    this.#view.set(view);
    this.#token.current.set(view.csrfToken);
    await this.#languages.use(view.person.language);
  }

  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.#http.delete(apiUrl(paths.home.session)));
    } finally {
      this.forget();
    }
  }

  forget(): void {
    this.#view.set(null);
    this.#token.current.set(null);
  }
}
