import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  CoupleMeasuresView,
  EnterMeasureRequest,
  InstrumentFormWordsView,
  InstrumentsView,
  MeasureAnswersView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';

/** A form that can be given, as far as a list of choices needs it. */
export interface FormInUse {
  readonly id: string;
  readonly code: string;
  readonly language: 'en' | 'es';
}

/** Measures of one's own people in a couple. Loading them is an act and on record. Acts throw a Problem when they fail. */
@Injectable()
export class CoupleMeasures {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  #coupleId = '';

  readonly view = signal<CoupleMeasuresView | null>(null);
  readonly forms = signal<readonly FormInUse[]>([]);
  readonly problem = signal<Problem | null>(null);
  readonly state = computed(() => {
    if (this.problem() !== null) return 'error';
    const view = this.view();
    if (view === null) return 'loading';
    return view.people.length === 0 ? 'empty' : 'full';
  });

  async show(coupleId: string): Promise<void> {
    this.#coupleId = coupleId;
    this.view.set(null);
    this.problem.set(null);
    try {
      const [forms, view] = await Promise.all([
        firstValueFrom(this.#http.get<InstrumentsView>(apiUrl(paths.clinic.instruments))),
        firstValueFrom(this.#http.get<CoupleMeasuresView>(this.#url())),
      ]);
      if (this.#coupleId !== coupleId) return;
      this.forms.set(inUse(forms));
      this.view.set(view);
    } catch (failure) {
      if (this.#coupleId === coupleId) this.problem.set(toProblem(failure));
    }
  }

  reload(): void {
    void this.show(this.#coupleId);
  }

  words(formId: string): Promise<InstrumentFormWordsView> {
    const url = apiUrl(paths.clinic.instruments, 'forms', formId);
    return firstValueFrom(this.#http.get<InstrumentFormWordsView>(url));
  }

  answers(sheetId: string): Promise<MeasureAnswersView> {
    return firstValueFrom(this.#http.get<MeasureAnswersView>(this.#url('sheets', sheetId)));
  }

  /** The bytes of the file, unchanged. */
  file(personId: string): Promise<ArrayBuffer> {
    const url = this.#url('people', personId, 'file');
    return firstValueFrom(this.#http.get(url, { responseType: 'arraybuffer' }));
  }

  give(personId: string, code: string): Promise<void> {
    return this.#once(this.#url('sheets'), { personId, code });
  }

  enter(entry: EnterMeasureRequest): Promise<void> {
    return this.#once(this.#url('entries'), entry);
  }

  takeBack(sheetId: string, version: number): Promise<void> {
    return this.#once(this.#url('sheets', sheetId, 'withdrawal'), {}, version);
  }

  #url(...rest: readonly string[]): string {
    return apiUrl(paths.clinic.measures, this.#coupleId, ...rest);
  }

  async #once(url: string, body: object, version?: number): Promise<void> {
    const headers = {
      ...this.#act.headers([url, body, version]),
      ...(version === undefined ? {} : ifVersion(version)),
    };
    try {
      this.view.set(await firstValueFrom(this.#http.post<CoupleMeasuresView>(url, body, { headers })));
      this.#act.settle(null);
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      throw problem;
    }
  }
}

function inUse({ instruments }: InstrumentsView): readonly FormInUse[] {
  return instruments.flatMap(({ code, forms }) =>
    forms.filter(({ retiredAt }) => retiredAt === null).map(({ id, language }) => ({ id, code, language })),
  );
}
