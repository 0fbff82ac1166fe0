import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  CaseLettersView,
  CaseLetterView,
  CommentLetterRequest,
  LetterMarkView,
  MarkLetterRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

export type LetterKind = 'impact' | 'restitution';

/** The letters of one couple as the asking therapist may know of them, and what they do with them. */
@Injectable()
export class CaseLetters {
  readonly #http = inject(HttpClient);
  readonly #view = signal<CaseLettersView | null>(null);
  #coupleId = '';
  readonly loading = new Attempt();
  readonly acting = new Attempt();
  readonly view = this.#view.asReadonly();
  readonly state = computed(() => {
    if (this.#view() !== null) return 'full' as const;
    return this.loading.problem() === null ? ('loading' as const) : ('error' as const);
  });

  async open(coupleId: string): Promise<void> {
    if (coupleId !== this.#coupleId) this.#view.set(null);
    this.#coupleId = coupleId;
    await this.loading.run(() => this.#load());
  }

  /** The words of one revision. Opening it is put on record for its author. */
  read(letterId: string, revision: number): Promise<CaseLetterView> {
    const url = this.#url(letterId, 'revisions', revision.toString());
    return firstValueFrom(this.#http.get<CaseLetterView>(url));
  }

  comment(letterId: string, request: CommentLetterRequest): Promise<unknown> {
    const url = this.#url(letterId, 'comments');
    return firstValueFrom(this.#http.post(url, request, { headers: oneAct() }));
  }

  mark({ mark, version }: LetterMarkView, request: MarkLetterRequest): Promise<boolean> {
    const url = this.#url('marks', mark);
    return this.#act(() =>
      firstValueFrom(this.#http.put<CaseLettersView>(url, request, { headers: ifVersion(version) })),
    );
  }

  /** Starts the session in which a letter is read aloud, or ends it without a delivery. */
  reading(kind: LetterKind, act: 'start' | 'end'): Promise<boolean> {
    const url = this.#url('readings', kind, act);
    return this.#act(() => firstValueFrom(this.#http.post<CaseLettersView>(url, {}, { headers: oneAct() })));
  }

  /** It was read to its end. */
  deliver(kind: LetterKind): Promise<boolean> {
    const headers = { ...oneAct(), ...ifVersion(this.#view()?.processVersion ?? 0) };
    const url = this.#url('readings', kind, 'delivery');
    return this.#act(() => firstValueFrom(this.#http.post<CaseLettersView>(url, {}, { headers })));
  }

  /** What a colleague did meanwhile is shown afterwards too. */
  async #act(send: () => Promise<CaseLettersView>): Promise<boolean> {
    await this.acting.run(async () => {
      try {
        this.#view.set(await send());
      } catch (failure) {
        await this.#load().catch(() => undefined);
        throw failure;
      }
    });
    return this.acting.problem() === null;
  }

  async #load(): Promise<void> {
    this.#view.set(await firstValueFrom(this.#http.get<CaseLettersView>(this.#url())));
  }

  #url(...rest: readonly string[]): string {
    return apiUrl(paths.clinic.letters, this.#coupleId, ...rest);
  }
}
