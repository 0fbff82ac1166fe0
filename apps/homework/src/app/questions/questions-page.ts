import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnQuestionsView } from '@trellis/contracts';
import { lateEveningOffer } from '@trellis/domain';
import { Announcer, Button, Chip, Icon, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { ProofForm } from '../core/session/proof-form';
import { ProvedAct } from '../core/session/proved-act';
import { Session } from '../core/session/session';
import { categories } from './question-form';
import { OwnQuestions } from './own-questions';

/** The partner's own list: each question with where it stands, and the moment at which the whole list goes. */
@Component({
  selector: 'tr-questions-page',
  imports: [
    Button,
    Chip,
    Icon,
    Note,
    OwnPage,
    ProblemNote,
    ProofForm,
    RouterLink,
    Said,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './questions-page.html',
  styleUrl: './questions-page.css',
})
export class QuestionsPage {
  readonly #questions = inject(OwnQuestions);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  readonly #words = inject(TranslocoService);
  protected readonly loading = new Attempt();
  protected readonly release = new ProvedAct();
  protected readonly list = signal<OwnQuestionsView | null>(null);
  protected readonly sure = signal(false);
  protected readonly offer = lateEveningOffer;
  protected readonly newId = crypto.randomUUID();
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly asked = computed(() =>
    (this.list()?.questions ?? []).filter(({ status }) => status !== 'withdrawn'),
  );
  protected readonly state = computed(() => {
    if (this.list() === null) return this.loading.problem() === null ? 'loading' : 'error';
    return this.asked().length === 0 ? 'empty' : 'full';
  });

  constructor() {
    if (this.#session.person()?.side === 'RP')
      void this.#router.navigate(['/disclosure/questions/received'], { replaceUrl: true });
    else void this.load();
  }

  protected async load(): Promise<void> {
    await this.loading.run(async () => {
      this.list.set(await this.#questions.all());
    });
  }

  protected kindOf(category: string | null) {
    return categories.find(({ value }) => value === category)?.label ?? null;
  }

  protected async letGo(): Promise<void> {
    await this.release.run(async () => {
      await this.#questions.release();
      this.sure.set(false);
      this.#announcer.say(this.#words.translate('questions.release.said'));
      this.list.set(await this.#questions.all());
    });
  }
}
