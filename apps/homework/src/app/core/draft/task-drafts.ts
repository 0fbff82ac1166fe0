import { DOCUMENT, Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { OwnTaskView } from '@trellis/contracts';
import { headers } from '@trellis/vocabulary';
import { OwnHomework } from '../homework/own-homework';
import { oneAct } from '../http/idempotency-key';
import { type Problem, toProblem } from '../http/problem';
import { Session } from '../session/session';
import { DeviceCopies } from './device-copy';
import { type Draft, KeptDrafts } from './kept-drafts';

/** One hand-in that the person has asked for; the key makes sure that it happens once. */
interface Wish {
  readonly key: string;
}

const WISH = 'hand-in:';
const TASK = /^[0-9a-f-]{36}$/;
const AGAIN_MS = 30_000;
const LATER: readonly Problem['code'][] = ['unreachable', 'busy', 'too_many_attempts', 'not_signed_in'];

/**
 * The drafts of tasks, and what waits to be handed in. When a page opens, the network comes back or its author signs
 * in, whatever earlier pages have left on the device goes to the clinic, in the order in which it was written.
 */
@Injectable({ providedIn: 'root' })
export class TaskDrafts {
  readonly #homework = inject(OwnHomework);
  readonly #kept = inject(KeptDrafts);
  readonly #device = inject(DeviceCopies);
  readonly #session = inject(Session);
  readonly #wishes = signal<ReadonlyMap<string, Wish>>(new Map());
  /** Tasks that will be handed in as soon as the clinic can be reached. */
  readonly waiting = this.#wishes.asReadonly();
  #going: Promise<void> | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DOCUMENT).defaultView?.addEventListener('online', () => void this.goOn());
    effect(() => {
      this.#session.person();
      untracked(() => {
        this.#wishes.set(new Map());
        void this.goOn();
      });
    });
  }

  /** The draft of a task as the clinic has just shown it, or the one in hand brought up to date with it. */
  open({ id, answers, version, savedAt }: OwnTaskView): Promise<Draft> {
    return this.#kept.open(
      id,
      { answers, version, savedAt },
      {
        save: (words, at) => this.#homework.saveDraft(id, at, words),
        newest: async () => {
          const task = await this.#homework.task(id);
          return { answers: task.answers, version: task.version, savedAt: task.savedAt };
        },
      },
      `/tasks/${id}`,
    );
  }

  /** The task is handed in: there is no draft any more. */
  close(taskId: string): void {
    this.#kept.close(taskId);
  }

  /** Keeps the wish on the device until the clinic has answered. False where the device keeps nothing. */
  async handInLater(taskId: string, key: string): Promise<boolean> {
    const wish: Wish = { key };
    if (!(await this.#device.keep(WISH + taskId, `/tasks/${taskId}`, wish))) return false;
    this.#put(taskId, wish);
    this.#tryAgainLater();
    return true;
  }

  /** The person wants to look at it again first. */
  async takeBack(taskId: string): Promise<void> {
    this.#put(taskId, null);
    await this.#device.letGo(WISH + taskId);
  }

  /** Brings to the clinic whatever is on the device. Never rejects: what does not arrive stays where it is. */
  goOn(): Promise<void> {
    this.#going ??= this.#goOn()
      .catch(() => undefined)
      .finally(() => {
        this.#going = null;
        if (this.#wishes().size > 0) this.#tryAgainLater();
      });
    return this.#going;
  }

  async #goOn(): Promise<void> {
    const left = await this.#device.leftBehind();
    for (const found of left.filter(({ place }) => place.startsWith(WISH))) {
      const taskId = found.place.slice(WISH.length);
      if (!(await this.#device.keep(found.place, found.page, found.what))) continue;
      await this.#device.remove(found);
      this.#put(taskId, found.what as Wish);
    }
    const tasks = left.map(({ place }) => place).filter((place) => TASK.test(place));
    for (const id of new Set([...tasks, ...this.#wishes().keys()])) await this.#bring(id);
  }

  /** The draft goes out by itself once it is open; a wish is fulfilled when the clinic holds the text. */
  async #bring(taskId: string): Promise<void> {
    try {
      const task = await this.#homework.freshTask(taskId);
      const closed = task.state === 'submitted' || task.state === 'reviewed';
      const draft = closed ? null : await this.open(task);
      const wish = this.#wishes().get(taskId);
      if (draft !== null && wish !== undefined) {
        if (!(await draft.engine.flush())) return;
        const { answers, version } = draft.engine.state;
        await this.#homework.submit(taskId, version, answers, { [headers.idempotencyKey]: wish.key });
        this.close(taskId);
      }
      if (wish !== undefined) await this.takeBack(taskId);
    } catch (failure) {
      const { code } = toProblem(failure);
      // What the clinic refuses is for the person to look at: the draft stays, the wish does not.
      if (!LATER.includes(code)) await this.takeBack(taskId);
      if (code === 'idempotency_mismatch')
        await this.handInLater(taskId, String(oneAct()[headers.idempotencyKey]));
    }
  }

  #put(taskId: string, wish: Wish | null): void {
    this.#wishes.update((before) => {
      const after = new Map(before);
      if (wish === null) after.delete(taskId);
      else after.set(taskId, wish);
      return after;
    });
  }

  #tryAgainLater(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.goOn(), AGAIN_MS);
  }
}
