import { DOCUMENT, Injectable, type Signal, inject, signal } from '@angular/core';
import type { OwnTaskView } from '@trellis/contracts';
import { type Answers, OwnHomework } from '../../core/homework/own-homework';
import { type Problem, toProblem } from '../../core/http/problem';
import { Session } from '../../core/session/session';
import { Autosave, type DraftState, type Sent } from './autosave';
import { DeviceCopy } from './device-copy';

/** One draft in hand: what to show of it, and its engine. */
export interface Draft {
  readonly state: Signal<DraftState>;
  readonly engine: Autosave;
}

const TRY_AGAIN: readonly Problem['code'][] = ['unreachable', 'busy', 'too_many_attempts', 'unexpected'];
const SIGNED_OUT: readonly Problem['code'][] = ['not_signed_in'];

/**
 * The drafts of this tab. They outlive the page they were written on, a lock and a sign-in. A draft belongs to
 * the person who wrote it: whoever signs in next in the same tab does not come across it.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  readonly #homework = inject(OwnHomework);
  readonly #device = inject(DeviceCopy);
  readonly #session = inject(Session);
  readonly #drafts = new Map<string, Draft>();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    view?.addEventListener('online', () => {
      this.#each((engine) => {
        engine.resume();
      });
    });
    view?.document.addEventListener('visibilitychange', () => {
      if (view.document.visibilityState === 'hidden') this.#each((engine) => void engine.flush());
    });
    view?.addEventListener('beforeunload', (event) => {
      if (this.#ownUnsaved()) event.preventDefault();
    });
  }

  /** The draft of a task as the clinic has just shown it, or the one in hand brought up to date with it. */
  open(task: OwnTaskView): Draft {
    const key = this.#keyOf(task.id);
    const clinic = { answers: task.answers, version: task.version, savedAt: task.savedAt };
    const before = this.#drafts.get(key);
    if (before !== undefined) {
      before.engine.meet(clinic);
      before.engine.resume();
      return before;
    }
    const draft = this.#make(task.id, key, clinic);
    this.#drafts.set(key, draft);
    return draft;
  }

  /** The task is handed in: there is no draft any more. */
  close(taskId: string): void {
    this.#drafts.delete(this.#keyOf(taskId));
  }

  #make(taskId: string, key: string, clinic: ConstructorParameters<typeof Autosave>[1]): Draft {
    const owner = this.#session.person()?.id;
    const ports: ConstructorParameters<typeof Autosave>[0] = {
      // A draft is sent only while its author is signed in, never under somebody else's session.
      send: (answers, version) =>
        this.#session.person()?.id === owner
          ? this.#send(taskId, answers, version)
          : Promise.resolve({ kind: 'signed_out' }),
      keep: (answers) => this.#device.keep(key, JSON.stringify(answers)),
      letGo: () => void this.#device.letGo(key),
      later: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => {
          clearTimeout(timer);
        };
      },
      now: () => performance.now(),
      changed: (state) => {
        shown.set(state);
      },
    };
    const engine = new Autosave(ports, clinic);
    const shown = signal(engine.state);
    return { engine, state: shown.asReadonly() };
  }

  async #send(taskId: string, answers: Answers, version: number): Promise<Sent> {
    try {
      const saved = await this.#homework.saveDraft(taskId, version, answers);
      return { kind: 'saved', version: saved.version, savedAt: saved.savedAt };
    } catch (failure) {
      const problem = toProblem(failure);
      if (problem.code === 'version_stale') return this.#newest(taskId);
      return outcomeOf(problem);
    }
  }

  async #newest(taskId: string): Promise<Sent> {
    try {
      const { answers, version, savedAt } = await this.#homework.task(taskId);
      return { kind: 'stale', clinic: { answers, version, savedAt } };
    } catch (failure) {
      return outcomeOf(toProblem(failure));
    }
  }

  #keyOf(taskId: string): string {
    return `${this.#session.person()?.id ?? ''}:${taskId}`;
  }

  #each(act: (engine: Autosave) => void): void {
    for (const { engine } of this.#drafts.values()) act(engine);
  }

  /** After a quick exit nobody is signed in here, and nothing may stand in the way of leaving. */
  #ownUnsaved(): boolean {
    const person = this.#session.person()?.id;
    return (
      person !== undefined &&
      [...this.#drafts].some(([key, { engine }]) => key.startsWith(`${person}:`) && engine.unsaved)
    );
  }
}

function outcomeOf(problem: Problem): Sent {
  if (SIGNED_OUT.includes(problem.code)) return { kind: 'signed_out' };
  return TRY_AGAIN.includes(problem.code) ? { kind: 'unreachable' } : { kind: 'refused', problem };
}
