import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnMeasureView } from '@trellis/contracts';
import { Button, Icon, Note, StatePanel } from '@trellis/ui';
import type { ClinicCopy } from '../core/draft/autosave';
import { type Draft, KeptDrafts } from '../core/draft/kept-drafts';
import { SaveBar } from '../core/draft/save-bar';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnMeasures } from '../core/measures/own-measures';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { FormItem, type ItemAnswer } from './form-item';

/** One form on one page, kept while it is filled in. What it came to is talked about with the therapist. */
@Component({
  selector: 'tr-form-page',
  imports: [
    Button,
    FormItem,
    Icon,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    SaveBar,
    StatePanel,
    TakeFocus,
    TranslocoPipe,
  ],
  templateUrl: './form-page.html',
})
export class FormPage {
  readonly sheetId = input.required<string>();
  readonly #measures = inject(OwnMeasures);
  readonly #drafts = inject(KeptDrafts);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  protected readonly loading = new Attempt();
  protected readonly sending = new Attempt();
  protected readonly form = signal<OwnMeasureView | null>(null);
  protected readonly draft = signal<Draft | null>(null);
  protected readonly sent = signal(false);
  /** Sending was asked for once: open items are said. */
  protected readonly asked = signal(false);
  protected readonly merged = signal(false);
  protected readonly answers = computed(() => this.draft()?.state().answers ?? {});
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  /** Answered by another device, taken back, or not there: nothing is to be done about it. */
  protected readonly gone = computed(() =>
    ['not_found', 'measure_closed'].includes(this.loading.problem()?.code ?? ''),
  );
  protected readonly left = computed(
    () =>
      (this.form()?.parts ?? []).filter(
        ({ linkId, kind }) => kind !== 'words' && this.answers()[linkId] === undefined,
      ).length,
  );
  protected readonly nothing = computed(() => Object.keys(this.answers()).length === 0);
  protected readonly otherLanguage = computed(() => this.form()?.language !== this.#languages.active());

  constructor() {
    effect(() => {
      const id = this.sheetId();
      untracked(() => void this.load(id));
    });
    effect(() => {
      const other = this.draft()?.state().other ?? null;
      if (other !== null) untracked(() => this.#standBeside(other));
    });
  }

  protected async load(id: string): Promise<void> {
    this.form.set(null);
    await this.loading.run(async () => {
      const form = await this.#measures.one(id);
      const clinic = {
        save: (answers: Readonly<Record<string, unknown>>, version: number) =>
          this.#measures.save(id, answers, version),
        newest: async () => copyOf(await this.#measures.one(id)),
      };
      this.draft.set(await this.#drafts.open(`form:${id}`, copyOf(form), clinic, `/forms/${id}`));
      this.form.set(form);
    });
  }

  protected answerTo(linkId: string): ItemAnswer {
    const answer = this.answers()[linkId];
    return typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean'
      ? answer
      : null;
  }

  protected answer(linkId: string, value: ItemAnswer): void {
    const { [linkId]: _before, ...others } = this.answers();
    this.draft()?.engine.change(value === null ? others : { ...others, [linkId]: value });
  }

  /** The first time open items are said; whoever leaves them open on purpose sends again. */
  protected async send(): Promise<void> {
    const draft = this.draft();
    const first = !this.asked();
    this.asked.set(true);
    if (draft === null || this.nothing() || (first && this.left() > 0)) return;
    await this.sending.run(async () => {
      if (!(await draft.engine.flush())) return;
      const { answers, version } = draft.engine.state;
      await this.#measures.handIn(this.sheetId(), answers, version);
      this.#drafts.close(`form:${this.sheetId()}`);
      this.draft.set(null);
      this.sent.set(true);
    });
  }

  protected async leave(): Promise<void> {
    await this.draft()?.engine.flush();
    await this.#router.navigate(['/today']);
  }

  /** Answers of another device stay, and those given here stand before them. */
  #standBeside(other: ClinicCopy): void {
    const draft = this.draft();
    draft?.engine.settle({ ...other.answers, ...draft.engine.state.answers });
    this.merged.set(true);
  }
}

function copyOf({ answers, version, savedAt }: OwnMeasureView): ClinicCopy {
  return { answers, version, savedAt };
}
