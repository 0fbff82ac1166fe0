import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ChangePsychotherapyNoteRequest,
  PsychotherapyNoteFilesView,
  PsychotherapyNoteRevisionsView,
  PsychotherapyNoteRowView,
  PsychotherapyNoteSavedView,
  PsychotherapyNotesView,
  PsychotherapyNoteTextView,
  PsychotherapyNoteView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** What the server keeps of one's own notes. Every call throws a Problem when it fails. */
@Injectable({ providedIn: 'root' })
export class NotesApi {
  readonly #http = inject(HttpClient);
  readonly #acts = new Map<string, IntendedAct>();

  files(): Promise<PsychotherapyNoteFilesView> {
    return firstValueFrom(
      this.#http.get<PsychotherapyNoteFilesView>(apiUrl(paths.clinic.psychotherapyNotes)),
    );
  }

  page(coupleId: string, removed: boolean, cursor: string | null): Promise<PsychotherapyNotesView> {
    const params = { ...(removed ? { removed: 'yes' } : {}), ...(cursor === null ? {} : { cursor }) };
    return firstValueFrom(this.#http.get<PsychotherapyNotesView>(notesUrl(coupleId), { params }));
  }

  one(coupleId: string, id: string): Promise<PsychotherapyNoteView> {
    return firstValueFrom(this.#http.get<PsychotherapyNoteView>(notesUrl(coupleId, id)));
  }

  revisions(coupleId: string, id: string): Promise<PsychotherapyNoteRevisionsView> {
    return firstValueFrom(
      this.#http.get<PsychotherapyNoteRevisionsView>(notesUrl(coupleId, id, 'revisions')),
    );
  }

  revision(coupleId: string, id: string, revision: number): Promise<PsychotherapyNoteTextView> {
    const url = notesUrl(coupleId, id, 'revisions', revision.toString());
    return firstValueFrom(this.#http.get<PsychotherapyNoteTextView>(url));
  }

  /** Version 0 writes a new note under its id; any other changes the note that is at this version. */
  save(
    coupleId: string,
    id: string,
    version: number,
    words: ChangePsychotherapyNoteRequest,
  ): Promise<PsychotherapyNoteSavedView> {
    return this.#once(id, [version, words], (act) =>
      version === 0
        ? firstValueFrom(
            this.#http.post<PsychotherapyNoteSavedView>(
              notesUrl(coupleId),
              { id, ...words },
              { headers: act },
            ),
          )
        : firstValueFrom(
            this.#http.put<PsychotherapyNoteSavedView>(notesUrl(coupleId, id), words, {
              headers: { ...act, ...ifVersion(version) },
            }),
          ),
    );
  }

  /** Removes a note, or brings a removed one back. */
  setRemoved(
    coupleId: string,
    id: string,
    version: number,
    removed: boolean,
  ): Promise<PsychotherapyNoteRowView> {
    const url = notesUrl(coupleId, id, removed ? 'removal' : 'restoration');
    return this.#once(id, [version, removed], (act) =>
      firstValueFrom(
        this.#http.post<PsychotherapyNoteRowView>(url, {}, { headers: { ...act, ...ifVersion(version) } }),
      ),
    );
  }

  async #once<T>(
    id: string,
    meaning: unknown,
    send: (headers: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<T> {
    const act = this.#acts.get(id) ?? new IntendedAct();
    this.#acts.set(id, act);
    try {
      const done = await send(act.headers(meaning));
      act.settle(null);
      return done;
    } catch (failure) {
      const problem = toProblem(failure);
      act.settle(problem);
      throw problem;
    }
  }
}

function notesUrl(coupleId: string, ...rest: readonly string[]): string {
  return apiUrl(paths.clinic.couples, coupleId, 'psychotherapy-notes', ...rest);
}
