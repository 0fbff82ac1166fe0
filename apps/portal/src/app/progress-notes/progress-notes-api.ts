import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AmendProgressNoteRequest,
  BeginProgressNoteRequest,
  DueNotesView,
  NoteCoSignListView,
  NoteCoSignView,
  NoteFormsView,
  ProgressNoteSavedView,
  ProgressNotesView,
  ProgressNoteView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom, type Observable } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

type ActHeaders = Readonly<Record<string, string>>;

/** What the server keeps of progress notes. Every call throws a Problem when it fails. */
@Injectable({ providedIn: 'root' })
export class ProgressNotesApi {
  readonly #http = inject(HttpClient);
  readonly #acts = new Map<string, IntendedAct>();

  page(coupleId: string, cursor: string | null): Promise<ProgressNotesView> {
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    return firstValueFrom(this.#http.get<ProgressNotesView>(notesUrl(coupleId), { params }));
  }

  one(coupleId: string, id: string): Promise<ProgressNoteView> {
    return firstValueFrom(this.#http.get<ProgressNoteView>(notesUrl(coupleId, id)));
  }

  forms(): Promise<NoteFormsView> {
    return firstValueFrom(this.#http.get<NoteFormsView>(apiUrl(paths.clinic.progressNoteForms)));
  }

  due(): Promise<DueNotesView> {
    return firstValueFrom(this.#http.get<DueNotesView>(apiUrl(paths.clinic.progressNotes, 'due')));
  }

  cosigns(): Promise<NoteCoSignListView> {
    return firstValueFrom(this.#http.get<NoteCoSignListView>(apiUrl(paths.clinic.progressNotes, 'cosigns')));
  }

  cosign(id: string): Promise<NoteCoSignView> {
    return firstValueFrom(this.#http.get<NoteCoSignView>(apiUrl(paths.clinic.progressNotes, 'cosigns', id)));
  }

  begin(coupleId: string, request: BeginProgressNoteRequest): Promise<ProgressNoteSavedView> {
    return this.#once(request.id, request, (headers) =>
      this.#http.post<ProgressNoteSavedView>(notesUrl(coupleId), request, { headers }),
    );
  }

  save(
    coupleId: string,
    id: string,
    version: number,
    parts: readonly string[],
  ): Promise<ProgressNoteSavedView> {
    return this.#once(id, ['save', version, parts], (act) =>
      this.#http.put<ProgressNoteSavedView>(
        notesUrl(coupleId, id),
        { parts },
        { headers: { ...act, ...ifVersion(version) } },
      ),
    );
  }

  sign(
    coupleId: string,
    id: string,
    version: number,
    coSignerId: string | null,
  ): Promise<ProgressNoteSavedView> {
    return this.#once(id, ['sign', version, coSignerId], (act) =>
      this.#http.post<ProgressNoteSavedView>(
        notesUrl(coupleId, id, 'signature'),
        { coSignerId },
        { headers: { ...act, ...ifVersion(version) } },
      ),
    );
  }

  remove(coupleId: string, id: string, version: number): Promise<unknown> {
    return this.#once(id, ['remove', version], (act) =>
      this.#http.post(notesUrl(coupleId, id, 'removal'), {}, { headers: { ...act, ...ifVersion(version) } }),
    );
  }

  amend(coupleId: string, noteId: string, request: AmendProgressNoteRequest): Promise<ProgressNoteSavedView> {
    return this.#once(request.id, request, (headers) =>
      this.#http.post<ProgressNoteSavedView>(notesUrl(coupleId, noteId, 'amendments'), request, { headers }),
    );
  }

  answer(id: string, version: number, agreed: boolean, remark: string): Promise<NoteCoSignListView> {
    const body = agreed ? { agreed } : { agreed, remark };
    return this.#once(id, ['answer', version, body], (act) =>
      this.#http.post<NoteCoSignListView>(apiUrl(paths.clinic.progressNotes, 'cosigns', id), body, {
        headers: { ...act, ...ifVersion(version) },
      }),
    );
  }

  async #once<T>(id: string, meaning: unknown, send: (headers: ActHeaders) => Observable<T>): Promise<T> {
    const act = this.#acts.get(id) ?? new IntendedAct();
    this.#acts.set(id, act);
    try {
      const done = await firstValueFrom(send(act.headers(meaning)));
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
  return apiUrl(paths.clinic.couples, coupleId, 'progress-notes', ...rest);
}
