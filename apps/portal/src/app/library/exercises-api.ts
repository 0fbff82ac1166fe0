import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ImportExerciseRequest,
  OwnExercisesView,
  OwnExerciseView,
  PublishExerciseRequest,
} from '@trellis/contracts';
import type { ClinicTemplate, ClinicTrack } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

const all = paths.clinic.exercises;

/** The clinic's own exercises at the server. Every call throws a Problem when it does not go through. */
@Injectable({ providedIn: 'root' })
export class ExercisesApi {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();

  list(): Promise<OwnExercisesView> {
    return firstValueFrom(this.#http.get<OwnExercisesView>(apiUrl(all)));
  }

  one(id: string): Promise<OwnExerciseView> {
    return firstValueFrom(this.#http.get<OwnExerciseView>(apiUrl(all, id)));
  }

  create(track: ClinicTrack, content: ClinicTemplate): Promise<OwnExerciseView> {
    return this.#once([apiUrl(all)], { track, content });
  }

  import(request: ImportExerciseRequest): Promise<OwnExerciseView> {
    return this.#once([apiUrl(all, 'imports')], request);
  }

  /** Keeps the draft over exactly this version; `version_stale` when somebody was faster. */
  save(id: string, version: number, content: ClinicTemplate): Promise<OwnExerciseView> {
    const headers = ifVersion(version);
    return firstValueFrom(
      this.#http.put<OwnExerciseView>(apiUrl(all, id, 'draft'), { content }, { headers }),
    );
  }

  publish(id: string, version: number, request: PublishExerciseRequest): Promise<OwnExerciseView> {
    return this.#once([apiUrl(all, id, 'publish'), version], request);
  }

  retire(id: string, version: number, reason: string): Promise<OwnExerciseView> {
    return this.#once([apiUrl(all, id, 'retire'), version], { reason });
  }

  async #once(to: readonly [string, number?], body: object): Promise<OwnExerciseView> {
    const [url, version] = to;
    const headers = {
      ...this.#act.headers([to, body]),
      ...(version === undefined ? {} : ifVersion(version)),
    };
    try {
      const done = await firstValueFrom(this.#http.post<OwnExerciseView>(url, body, { headers }));
      this.#act.settle(null);
      return done;
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      throw problem;
    }
  }
}
