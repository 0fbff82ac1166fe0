import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  LetterReadAloudView,
  LetterRowView,
  LetterSavedView,
  OwnLetterRowView,
  OwnLettersView,
  OwnLetterView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

/** One's own letters at the clinic, and the partner's while it is read aloud. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnLetters {
  readonly #http = inject(HttpClient);

  all(): Promise<OwnLettersView> {
    return firstValueFrom(this.#http.get<OwnLettersView>(apiUrl(paths.home.letters)));
  }

  one(id: string): Promise<OwnLetterView> {
    return firstValueFrom(this.#http.get<OwnLetterView>(apiUrl(paths.home.letters, id)));
  }

  listen(): Promise<LetterReadAloudView> {
    return firstValueFrom(this.#http.get<LetterReadAloudView>(apiUrl(paths.home.letters, 'listening')));
  }

  begin(id: string, kind: 'impact' | 'restitution'): Promise<LetterSavedView> {
    const url = apiUrl(paths.home.letters);
    return firstValueFrom(this.#http.post<LetterSavedView>(url, { id, kind }, { headers: oneAct() }));
  }

  save(id: string, version: number, sections: object): Promise<LetterSavedView> {
    const url = apiUrl(paths.home.letters, id, 'draft');
    return firstValueFrom(
      this.#http.put<LetterSavedView>(url, { sections }, { headers: ifVersion(version) }),
    );
  }

  layDown(id: string, version: number, sections: object): Promise<LetterSavedView> {
    const url = apiUrl(paths.home.letters, id, 'revisions');
    const headers = { ...oneAct(), ...ifVersion(version) };
    return firstValueFrom(this.#http.post<LetterSavedView>(url, { sections }, { headers }));
  }

  /** Opens it to the other therapist, takes it back, or seals it for good. */
  keep(act: 'release' | 'revocation' | 'seal', id: string, version: number): Promise<OwnLetterRowView> {
    const url = apiUrl(paths.home.letters, id, act);
    const headers = { ...oneAct(), ...(act === 'revocation' ? {} : ifVersion(version)) };
    return firstValueFrom(this.#http.post<OwnLetterRowView>(url, {}, { headers }));
  }

  agree(id: string, agree: boolean): Promise<LetterRowView> {
    const url = apiUrl(paths.home.letters, id, 'agreement');
    return firstValueFrom(this.#http.post<LetterRowView>(url, { agree }, { headers: oneAct() }));
  }
}
