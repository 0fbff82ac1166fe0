import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  KeepNoteFormRequest,
  NoteFormsView,
  NoteFormView,
  NoteTimelinessView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

const forms = paths.clinic.progressNoteForms;

/** Forms of the clinic and how its notes stand in numbers, as the office keeps them. */
@Injectable({ providedIn: 'root' })
export class NoteFormsApi {
  readonly #http = inject(HttpClient);

  list(): Promise<NoteFormsView> {
    return firstValueFrom(this.#http.get<NoteFormsView>(apiUrl(forms)));
  }

  /** A new form, or the next draft of `form`. */
  keep(form: NoteFormView | null, request: KeepNoteFormRequest): Promise<NoteFormView> {
    const url = form === null ? apiUrl(forms) : apiUrl(forms, form.id, 'drafts');
    const headers = { ...oneAct(), ...(form === null ? {} : ifVersion(form.number)) };
    return firstValueFrom(this.#http.post<NoteFormView>(url, request, { headers }));
  }

  retire({ id, number }: NoteFormView): Promise<NoteFormView> {
    const headers = { ...oneAct(), ...ifVersion(number) };
    return firstValueFrom(this.#http.post<NoteFormView>(apiUrl(forms, id, 'retirement'), {}, { headers }));
  }

  timeliness(): Promise<NoteTimelinessView> {
    return firstValueFrom(
      this.#http.get<NoteTimelinessView>(apiUrl(paths.clinic.progressNotes, 'timeliness')),
    );
  }

  setLateness(version: number, lateAfterDays: number): Promise<NoteTimelinessView> {
    const url = apiUrl(paths.clinic.progressNotes, 'timeliness');
    return firstValueFrom(
      this.#http.put<NoteTimelinessView>(url, { lateAfterDays }, { headers: ifVersion(version) }),
    );
  }
}
