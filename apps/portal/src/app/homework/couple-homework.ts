import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  AssignHomeworkRequest,
  AssignJointWorkRequest,
  CoupleHomeworkView,
  JointWorkRowView,
  SubmittedAnswerView,
  TaskRowView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';

/** The homework of one couple as far as the viewer holds its sides: read page by page, changed row by row. */
@Injectable()
export class CoupleHomework {
  readonly #http = inject(HttpClient);
  readonly #assigning = new IntendedAct();
  readonly #reviewing = new IntendedAct();
  readonly #tasks = signal<readonly TaskRowView[]>([]);
  readonly #closedSides = signal<CoupleHomeworkView['closedSides']>([]);
  readonly #nextCursor = signal<string | null>(null);
  readonly #state = signal<'loading' | 'full' | 'error'>('loading');
  #coupleId = '';

  readonly #jointRound = signal(0);
  readonly tasks = this.#tasks.asReadonly();
  /** Grows with each exercise that was given to both. */
  readonly jointRound = this.#jointRound.asReadonly();
  readonly closedSides = this.#closedSides.asReadonly();
  readonly state = this.#state.asReadonly();
  readonly problem = signal<Problem | null>(null);
  readonly hasMore = computed(() => this.#nextCursor() !== null);

  /** Loads the first page of a couple; what another couple had is gone at once. */
  async open(coupleId: string): Promise<void> {
    this.#coupleId = coupleId;
    this.#tasks.set([]);
    this.#state.set('loading');
    await this.#page(null);
  }

  async more(): Promise<void> {
    await this.#page(this.#nextCursor());
  }

  /** Assigns an exercise of two people to both, and reads the list anew. Answers with how many are new. Throws a Problem. */
  async assignJointly(request: Omit<AssignJointWorkRequest, 'coupleId'>): Promise<number> {
    const whole = { coupleId: this.#coupleId, ...request };
    return this.#once(this.#assigning, whole, async (headers) => {
      const sent = this.#http.post<JointWorkRowView[]>(apiUrl(paths.clinic.jointWork), whole, { headers });
      const rows = await firstValueFrom(sent);
      await this.open(this.#coupleId);
      this.#jointRound.update((round) => round + 1);
      return rows.length;
    });
  }

  /** Assigns and puts the new rows on top. Throws a Problem. */
  async assign(request: AssignHomeworkRequest): Promise<readonly TaskRowView[]> {
    return this.#once(this.#assigning, request, async (headers) => {
      const sent = this.#http.post<TaskRowView[]>(apiUrl(paths.clinic.homework), request, { headers });
      const rows = await firstValueFrom(sent);
      this.#tasks.update((tasks) => [...rows, ...tasks]);
      return rows;
    });
  }

  /** The answers of one task as far as the viewer may read them. Throws a Problem. */
  async read(taskId: string): Promise<SubmittedAnswerView> {
    const answer = await firstValueFrom(
      this.#http.get<SubmittedAnswerView>(apiUrl(paths.clinic.homework, taskId)),
    );
    this.#put(answer.task);
    return answer;
  }

  /** Marks the version that was read as reviewed; `version_stale` when it changed meanwhile. Throws a Problem. */
  async review(task: TaskRowView): Promise<TaskRowView> {
    return this.#once(this.#reviewing, [task.id, task.version], async (act) => {
      const headers = { ...act, ...ifVersion(task.version) };
      const sent = this.#http.post<TaskRowView>(
        apiUrl(paths.clinic.homework, task.id, 'review'),
        {},
        { headers },
      );
      const row = await firstValueFrom(sent);
      this.#put(row);
      return row;
    });
  }

  #put(row: TaskRowView): void {
    this.#tasks.update((tasks) => tasks.map((task) => (task.id === row.id ? row : task)));
  }

  async #page(cursor: string | null): Promise<void> {
    const coupleId = this.#coupleId;
    const params = { coupleId, ...(cursor === null ? {} : { cursor }) };
    try {
      const page = await firstValueFrom(
        this.#http.get<CoupleHomeworkView>(apiUrl(paths.clinic.homework), { params }),
      );
      if (coupleId !== this.#coupleId) return;
      this.#tasks.update((tasks) => (cursor === null ? page.tasks : [...tasks, ...page.tasks]));
      this.#closedSides.set(page.closedSides);
      this.#nextCursor.set(page.nextCursor);
      this.#state.set('full');
      this.problem.set(null);
    } catch (failure) {
      if (coupleId !== this.#coupleId) return;
      this.problem.set(toProblem(failure));
      if (cursor === null) this.#state.set('error');
    }
  }

  async #once<T>(
    act: IntendedAct,
    meaning: unknown,
    send: (headers: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<T> {
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
