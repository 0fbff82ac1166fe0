import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { OwnExerciseView } from '@trellis/contracts';
import {
  emptyClinicTemplate,
  readClinicTemplate,
  type ClinicSharing,
  type ClinicTemplate,
  type Field,
} from '@trellis/domain';
import type { SavePlace } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import type { ProblemCode } from '../core/http/problem';
import { UnsentText } from '../core/session/unsent-text';
import { ExercisesApi } from './exercises-api';
import { bothExercises, sameExercise } from './two-texts';

const AFTER_TYPING = 1200;
const AFTER_SILENCE = 5000;
const SENT_AGAIN: readonly ProblemCode[] = ['unreachable', 'busy'];

interface Unsaved {
  readonly version: number;
  readonly content: ClinicTemplate;
}

/** Where it is kept in memory. */
const placeOf = (code: string): string => `exercise:${code}`;

const withFields = (sharing: ClinicSharing, fields: readonly string[] | undefined): ClinicSharing =>
  fields === undefined ? sharing : { kind: 'partner', fields };

/**
 * The exercise on the desk: what the clinic has and what was written since. It saves itself. What is not saved stays in
 * memory across navigation, lock and sign-in; two texts are never merged or dropped unasked.
 */
@Injectable()
export class ExerciseDraft {
  readonly #api = inject(ExercisesApi);
  readonly #unsent = inject(UnsentText);
  readonly #view = signal<OwnExerciseView | null>(null);
  readonly #saved = signal<ClinicTemplate>(emptyClinicTemplate);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<boolean> = Promise.resolve(true);
  #gone = false;

  readonly opening = new Attempt();
  readonly attempt = new Attempt();
  readonly view = this.#view.asReadonly();
  readonly content = signal<ClinicTemplate>(emptyClinicTemplate);
  /** The exercise as somebody else left it, while the writer has not decided. */
  readonly other = signal<OwnExerciseView | null>(null);

  readonly newest = computed(() => this.#view()?.versions[0] ?? null);
  readonly dirty = computed(() => this.#view() !== null && !sameExercise(this.#saved(), this.content()));
  /** What keeps the draft from being saved at all, such as a number out of its range. */
  readonly formProblems = computed(() => {
    const read = readClinicTemplate(this.content());
    return read.ok ? [] : read.refusal;
  });
  readonly place = computed((): SavePlace => {
    if (this.other() !== null) return 'two';
    if (this.attempt.busy()) return 'sending';
    if (this.attempt.problem()?.code === 'unreachable') return 'offline';
    return this.dirty() ? 'page' : 'clinic';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#gone = true;
      clearTimeout(this.#waiting);
      if (this.dirty()) void this.save();
    });
  }

  /** True when there is such an exercise. */
  async open(code: string): Promise<boolean> {
    let found = false;
    await this.opening.run(async () => {
      const { exercises } = await this.#api.list();
      const row = exercises.find((one) => one.code === code);
      if (row === undefined) return;
      const view = await this.#api.one(row.id);
      const kept = this.#unsent.recall(placeOf(code));
      this.#put(view);
      found = true;
      if (kept !== '') this.#takeUp(JSON.parse(kept) as Unsaved, view);
    });
    return found;
  }

  set<K extends keyof ClinicTemplate>(part: K, value: ClinicTemplate[K]): void {
    this.#write({ ...this.content(), [part]: value });
  }

  /** The questions; a rule on a list, or a release of an answer, goes with what it named. */
  setFields(fields: readonly Field[]): void {
    const { completion, sharing, ...rest } = this.content();
    const lists = (key: string): boolean =>
      fields.some((field) => field.key === key && field.kind === 'list');
    const travels = (key: string): boolean =>
      fields.some((field) => field.key === key && field.privacy !== 'P0');
    const only = sharing.kind === 'partner' ? sharing.fields?.filter(travels) : undefined;
    this.#write({
      ...rest,
      fields,
      completion: completion.filter((rule) => rule.kind !== 'rows' || lists(rule.key)),
      sharing: only === undefined || only.length > 0 ? withFields(sharing, only) : { kind: 'none' },
    });
  }

  /** True when the clinic has all of it. */
  save(): Promise<boolean> {
    clearTimeout(this.#waiting);
    this.#last = this.#last.then(() => this.#send());
    return this.#last;
  }

  /** Publishes what is on the desk. False when it could not be saved or published; the attempt says why. */
  async publish(reason: string, keepsWords: boolean): Promise<boolean> {
    if (!(await this.save())) return false;
    const view = this.#view();
    if (view === null) return false;
    const done = await this.attempt.run(async () => {
      const request = { reason, ...(keepsWords ? { keepsWords } : {}) };
      const answer = await this.#api.publish(view.id, view.version, request);
      // What was written while it was on its way begins the next version.
      const [sent, mine] = [this.#saved(), this.content()];
      this.#put(answer);
      if (!sameExercise(sent, mine)) this.#write(mine);
    });
    if (this.attempt.problem()?.code === 'version_stale') await this.#meetOther(view.id);
    return done;
  }

  /** Ends the question of two texts: one's own, the other one, or both. Saved like anything that is written. */
  settle(which: 'mine' | 'theirs' | 'both'): void {
    const other = this.other();
    const theirs = other?.versions[0]?.content;
    if (other === null || theirs === undefined) return;
    const mine = this.content();
    this.#put(other);
    this.#write({ mine, theirs, both: bothExercises(theirs, mine) }[which]);
  }

  async #send(): Promise<boolean> {
    const view = this.#view();
    if (view === null || this.other() !== null || this.formProblems().length > 0) return false;
    if (!this.dirty()) return true;
    const content = this.content();
    const done = await this.attempt.run(async () => {
      this.#view.set(await this.#api.save(view.id, view.version, content));
      this.#saved.set(content);
      this.#keep();
    });
    const code = this.attempt.problem()?.code;
    if (code === 'version_stale') return this.#meetOther(view.id);
    if (code !== undefined && SENT_AGAIN.includes(code)) this.#saveIn(AFTER_SILENCE);
    return done;
  }

  /** Somebody was faster, or an answer was lost on its way: the clinic may have these very words already. */
  async #meetOther(id: string): Promise<boolean> {
    let same = false;
    await this.attempt.run(async () => {
      const now = await this.#api.one(id);
      const theirs = now.versions[0]?.content ?? emptyClinicTemplate;
      const mine = this.content();
      same = sameExercise(theirs, mine);
      const onlyMoved = sameExercise(theirs, this.#saved());
      if (!same && !onlyMoved) {
        this.other.set(now);
        return;
      }
      this.#put(now);
      this.#write(mine);
    });
    return same;
  }

  #write(content: ClinicTemplate): void {
    this.content.set(content);
    this.#keep();
    if (this.dirty()) this.#saveIn(AFTER_TYPING);
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#waiting);
    if (this.#gone) return;
    this.#waiting = setTimeout(() => void this.save(), milliseconds);
  }

  #put(view: OwnExerciseView): void {
    const content = view.versions[0]?.content ?? emptyClinicTemplate;
    this.#view.set(view);
    this.#saved.set(content);
    this.content.set(content);
    this.other.set(null);
    this.attempt.problem.set(null);
    this.#keep();
  }

  /** What was written before a lock, a sign-in or another page. */
  #takeUp(kept: Unsaved, view: OwnExerciseView): void {
    const apart = kept.version !== view.version && !sameExercise(kept.content, this.#saved());
    this.#write(kept.content);
    if (apart) this.other.set(view);
  }

  #keep(): void {
    const view = this.#view();
    if (view === null) return;
    const unsaved: Unsaved = { version: view.version, content: this.content() };
    this.#unsent.keep(placeOf(view.code), this.dirty() ? JSON.stringify(unsaved) : '');
  }
}
