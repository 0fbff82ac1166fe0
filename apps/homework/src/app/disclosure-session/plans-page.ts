import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SupportPlanView } from '@trellis/contracts';
import { supportPlanExercise, supportPlanForms, supportPlanLines } from '@trellis/domain';
import { Button, Field, StatePanel } from '@trellis/ui';
import type { ClinicCopy } from '../core/draft/autosave';
import { type Draft, KeptDrafts } from '../core/draft/kept-drafts';
import { SaveBar } from '../core/draft/save-bar';
import { TwoTexts } from '../core/draft/two-texts';
import type { Answers } from '../core/homework/own-homework';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { OwnSession } from './own-session';

type Form = (typeof supportPlanForms)[number];

/** One's own plan for the day in three forms. Each is kept as it is written, and two texts stand side by side. */
@Component({
  selector: 'tr-plans-page',
  imports: [Button, Field, OwnPage, ProblemNote, Said, SaveBar, StatePanel, TranslocoPipe, TwoTexts],
  templateUrl: './plans-page.html',
  styleUrl: './session.css',
})
export class PlansPage {
  readonly #clinic = inject(OwnSession);
  readonly #kept = inject(KeptDrafts);
  readonly #router = inject(Router);
  protected readonly attempt = new Attempt();
  protected readonly forms = supportPlanForms;
  protected readonly lines = supportPlanLines;
  protected readonly exercise = supportPlanExercise();
  protected readonly form = signal<Form>('A');
  protected readonly two = signal(false);
  readonly #drafts = signal<Readonly<Record<Form, Draft>> | null>(null);
  protected readonly draft = computed(() => this.#drafts()?.[this.form()] ?? null);
  protected readonly state = computed(() => {
    if (this.#drafts() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt.run(async () => {
      const { plans } = await this.#clinic.plans();
      const open = (form: Form): Promise<Draft> =>
        this.#kept.open(`plan:${form}`, copyOf(plans, form), {
          save: (answers, version) => this.#clinic.savePlan(form, linesOf(answers), version),
          newest: async () => copyOf((await this.#clinic.plans()).plans, form),
        });
      const [A, B, C] = await Promise.all([open('A'), open('B'), open('C')]);
      this.#drafts.set({ A, B, C });
    });
  }

  protected choose(form: Form): void {
    void this.draft()?.engine.flush();
    this.two.set(false);
    this.form.set(form);
  }

  protected text(line: string): string {
    return textOf(this.draft()?.state().answers ?? {}, line);
  }

  protected type(line: string, text: string): void {
    const draft = this.draft();
    draft?.engine.change({ ...draft.state().answers, [line]: text });
  }

  protected settle(answers: Answers): void {
    this.draft()?.engine.settle(answers);
    this.two.set(false);
  }

  protected async leave(): Promise<void> {
    await this.draft()?.engine.flush();
    await this.#router.navigate(['/disclosure/disclosure-session']);
  }
}

function textOf(answers: Answers, line: string): string {
  const value = answers[line];
  return typeof value === 'string' ? value : '';
}

function linesOf(answers: Answers): { line: string; text: string }[] {
  return supportPlanLines.map(({ id }) => ({ line: id, text: textOf(answers, id) }));
}

function copyOf(plans: readonly SupportPlanView[], form: Form): ClinicCopy {
  const plan = plans.find((one) => one.form === form);
  const answers = Object.fromEntries((plan?.lines ?? []).map(({ line, text }) => [line, text]));
  return { answers, version: plan?.version ?? 0, savedAt: plan?.savedAt ?? null };
}
