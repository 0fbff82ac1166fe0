import { DOCUMENT, Injectable, type Signal, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Answers } from '../homework/own-homework';
import { type Problem, toProblem } from '../http/problem';
import { Session } from '../session/session';
import { Autosave, type ClinicCopy, type DraftState, type Sent } from './autosave';
import { DeviceCopies, type DraftCopy, type Found } from './device-copy';

/** One draft in hand: what to show of it, and its engine. */
export interface Draft {
  readonly state: Signal<DraftState>;
  readonly engine: Autosave;
}

/** How a draft comes to the clinic, and what the clinic holds of it. Both reject with a Problem. */
export interface ClinicPlace {
  save(answers: Answers, version: number): Promise<{ readonly version: number; readonly savedAt: string }>;
  newest(): Promise<ClinicCopy>;
}

const TRY_AGAIN: readonly Problem['code'][] = ['unreachable', 'busy', 'too_many_attempts', 'unexpected'];
const SIGNED_OUT: readonly Problem['code'][] = ['not_signed_in'];

/**
 * The drafts of this tab. They outlive the page they were written on, a lock and a sign-in, and what is not with the
 * clinic yet outlives the tab: the next page of the same person goes on with it. A draft belongs to the person who
 * wrote it: whoever signs in next in the same tab does not come across it.
 */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  readonly #device = inject(DeviceCopies);
  readonly #router = inject(Router);
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

  /** The draft at `place` as the clinic has just shown it, brought up to date with what is in hand or on the device. */
  async open(place: string, copy: ClinicCopy, clinic: ClinicPlace, page = this.#router.url): Promise<Draft> {
    const key = this.#keyOf(place);
    const before = this.#drafts.get(key);
    if (before !== undefined) {
      before.engine.meet(copy);
      before.engine.resume();
      return before;
    }
    const left = (await this.#device.leftBehind()).filter((one) => one.place === place);
    const meanwhile = this.#drafts.get(key);
    if (meanwhile !== undefined) return meanwhile;
    const { draft, takeUp } = this.#make(place, page, left as readonly Found<DraftCopy>[], copy, clinic);
    this.#drafts.set(key, draft);
    await takeUp();
    return draft;
  }

  /** There is no draft at that place any more. */
  close(place: string): void {
    this.#drafts.delete(this.#keyOf(place));
  }

  #make(
    place: string,
    page: string,
    left: readonly Found<DraftCopy>[],
    copy: ClinicCopy,
    clinic: ClinicPlace,
  ): { readonly draft: Draft; readonly takeUp: () => Promise<void> } {
    const owner = this.#session.person()?.id;
    const mine = (): boolean => this.#session.person()?.id === owner;
    const ports: ConstructorParameters<typeof Autosave>[0] = {
      // A draft is sent and kept only while its author is signed in, never under somebody else's session.
      send: (answers, version) =>
        mine() ? sent(clinic, answers, version) : Promise.resolve({ kind: 'signed_out' }),
      keep: async (now) => mine() && this.#device.keep(place, page, now),
      letGo: () => {
        if (mine()) void this.#device.letGo(place).then(takeUp);
      },
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
    const engine = new Autosave(ports, copy);
    const shown = signal(engine.state);
    const takeUp = this.#takingUp(engine, place, page, left);
    return { draft: { engine, state: shown.asReadonly() }, takeUp };
  }

  /**
   * Takes up what pages that are closed have left behind for a place, one after the other, each once the one before it
   * is with the clinic. A copy goes only when this page keeps the text under its own name.
   */
  #takingUp(
    engine: Autosave,
    place: string,
    page: string,
    left: readonly Found<DraftCopy>[],
  ): () => Promise<void> {
    const waiting = [...left];
    let busy = false;
    return async () => {
      const next = waiting[0];
      if (busy || next === undefined || engine.unsaved || engine.state.other !== null) return;
      busy = true;
      if ((await this.#device.keep(place, page, next.what)) && engine.recover(next.what)) {
        waiting.shift();
        await this.#device.remove(next);
      }
      busy = false;
    };
  }

  #keyOf(place: string): string {
    return `${this.#session.person()?.id ?? ''}:${place}`;
  }

  #each(act: (engine: Autosave) => void): void {
    for (const { engine } of this.#drafts.values()) act(engine);
  }

  /** What neither the clinic nor the device has. After a quick exit nothing may stand in the way of leaving. */
  #ownUnsaved(): boolean {
    const person = this.#session.person()?.id;
    return (
      person !== undefined &&
      [...this.#drafts].some(
        ([key, { engine }]) => key.startsWith(`${person}:`) && engine.unsaved && !engine.state.onDevice,
      )
    );
  }
}

async function sent(clinic: ClinicPlace, answers: Answers, version: number): Promise<Sent> {
  try {
    const saved = await clinic.save(answers, version);
    return { kind: 'saved', version: saved.version, savedAt: saved.savedAt };
  } catch (failure) {
    const problem = toProblem(failure);
    return problem.code === 'version_stale' ? newest(clinic) : outcomeOf(problem);
  }
}

async function newest(clinic: ClinicPlace): Promise<Sent> {
  try {
    return { kind: 'stale', clinic: await clinic.newest() };
  } catch (failure) {
    return outcomeOf(toProblem(failure));
  }
}

function outcomeOf(problem: Problem): Sent {
  if (SIGNED_OUT.includes(problem.code)) return { kind: 'signed_out' };
  return TRY_AGAIN.includes(problem.code) ? { kind: 'unreachable' } : { kind: 'refused', problem };
}
