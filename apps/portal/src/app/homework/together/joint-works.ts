import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  JointWorkEndingView,
  JointWorkPageView,
  JointWorkRowView,
  JointWorkWordsView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { ifVersion, oneAct } from '../../core/http/idempotency-key';

/** The exercises that a couple does together, for each of its therapists. Every call rejects with a Problem. */
@Injectable()
export class JointWorks {
  readonly #http = inject(HttpClient);
  readonly #rows = signal<readonly JointWorkRowView[]>([]);
  readonly #cursor = signal<string | null>(null);
  readonly rows = this.#rows.asReadonly();
  readonly hasMore = computed(() => this.#cursor() !== null);

  /** The first page, the latest due day first, or with `more` the next one. */
  async load(coupleId: string, more = false): Promise<void> {
    const cursor = more ? this.#cursor() : null;
    const params = { coupleId, ...(cursor === null ? {} : { cursor }) };
    const page = await firstValueFrom(
      this.#http.get<JointWorkPageView>(apiUrl(paths.clinic.jointWork), { params }),
    );
    this.#rows.update((rows) => (more ? [...rows, ...page.work] : page.work));
    this.#cursor.set(page.nextCursor);
  }

  one(workId: string): Promise<JointWorkWordsView> {
    return firstValueFrom(this.#http.get<JointWorkWordsView>(apiUrl(paths.clinic.jointWork, workId)));
  }

  /** Opens both halves; said while the couple sits there. */
  open(workId: string): Promise<JointWorkWordsView> {
    const url = apiUrl(paths.clinic.jointWork, workId, 'opening');
    return firstValueFrom(
      this.#http.post<JointWorkWordsView>(url, { inSession: true }, { headers: oneAct() }),
    );
  }

  /** Takes back what is still to come of the exercise; answers how many places. */
  async end(workId: string): Promise<number> {
    const url = apiUrl(paths.clinic.jointWork, workId, 'ending');
    const sent = this.#http.post<JointWorkEndingView>(url, {}, { headers: oneAct() });
    return (await firstValueFrom(sent)).takenBack;
  }

  /** Notes that it was talked about. */
  talked({ id, version }: JointWorkRowView): Promise<JointWorkRowView> {
    const url = apiUrl(paths.clinic.jointWork, id, 'talked');
    const headers = { ...oneAct(), ...ifVersion(version) };
    return firstValueFrom(this.#http.post<JointWorkRowView>(url, {}, { headers }));
  }
}
