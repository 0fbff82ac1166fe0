import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { SupportPlanView } from '@trellis/contracts';
import { supportPlanForms, supportPlanLines } from '@trellis/domain';
import { Announcer, Button, Field, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { OwnSession } from './own-session';

type Form = (typeof supportPlanForms)[number];

/** One's own plan for the day in three forms: as hoped, harder than hoped, and "I need to be elsewhere". */
@Component({
  selector: 'tr-plans-page',
  imports: [Button, Field, Note, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe],
  templateUrl: './plans-page.html',
  styleUrl: './session.css',
})
export class PlansPage {
  readonly #clinic = inject(OwnSession);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly attempt = new Attempt();
  protected readonly forms = supportPlanForms;
  protected readonly lines = supportPlanLines;
  protected readonly form = signal<Form>('A');
  readonly #plans = signal<readonly SupportPlanView[] | null>(null);
  readonly #typed = signal<Readonly<Partial<Record<Form, Readonly<Record<string, string>>>>>>({});
  /** The same form as another device saved it, while the person has not chosen. */
  protected readonly other = signal<SupportPlanView | null>(null);
  protected readonly state = computed(() => {
    if (this.#plans() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });
  protected readonly dirty = computed(() =>
    this.lines.some(({ id }) => this.text(id) !== textOf(this.#saved(), id)),
  );

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt.run(async () => {
      this.#plans.set((await this.#clinic.plans()).plans);
    });
  }

  protected text(line: string): string {
    return this.#typed()[this.form()]?.[line] ?? textOf(this.#saved(), line);
  }

  protected otherText(line: string): string {
    return textOf(this.other(), line);
  }

  protected type(line: string, text: string): void {
    const form = this.form();
    this.#typed.update((all) => ({ ...all, [form]: { ...all[form], [line]: text } }));
  }

  /** Saves the form on screen. Where another device was faster, both are shown and nothing is lost. */
  protected async save(): Promise<void> {
    const form = this.form();
    await this.attempt.run(async () => {
      const lines = this.lines.map(({ id }) => ({ line: id, text: this.text(id) }));
      const { savedAt, version } = await this.#clinic.savePlan(form, lines, this.#saved()?.version ?? 0);
      const others = (this.#plans() ?? []).filter((plan) => plan.form !== form);
      this.#plans.set([...others, { form, lines, savedAt, version }]);
      this.#typed.update((all) => ({ ...all, [form]: {} }));
      this.#announcer.say(this.#words.translate('disclosureSession.plans.saved'));
    });
    if (this.attempt.problem()?.code === 'version_stale') await this.#meetOther(form);
  }

  /** One's own words stay on the page and are saved over the others, which were seen. */
  protected keepMine(): Promise<void> {
    this.other.set(null);
    return this.save();
  }

  async #meetOther(form: Form): Promise<void> {
    const typed = Object.fromEntries(this.lines.map(({ id }) => [id, this.text(id)]));
    await this.load();
    this.#typed.update((all) => ({ ...all, [form]: typed }));
    this.other.set(this.#saved());
  }

  #saved(): SupportPlanView | null {
    return this.#plans()?.find((plan) => plan.form === this.form()) ?? null;
  }
}

function textOf(plan: SupportPlanView | null, line: string): string {
  return plan?.lines.find((one) => one.line === line)?.text ?? '';
}
