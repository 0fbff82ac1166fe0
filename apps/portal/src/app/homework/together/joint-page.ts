import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JointWorkWordsView } from '@trellis/contracts';
import { Announcer, Button, Card, Note, ReaderStrip, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../../core/couple/current-couple';
import { Attempt } from '../../core/http/attempt';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';
import { readableAnswers } from '../readable-answers';
import { AgreementPanel } from './agreement-panel';
import { EndingPanel } from './ending-panel';
import { stateOf } from './joint-card';
import { JointWorks } from './joint-works';
import { MapPanel } from './map-panel';
import { StepsPanel } from './steps-panel';

/** One exercise of two people: both halves once they are open, and before it what the viewer's own sides show. */
@Component({
  selector: 'tr-joint-page',
  imports: [
    AgreementPanel,
    Button,
    Card,
    EndingPanel,
    MapPanel,
    Note,
    ProblemNote,
    ReaderStrip,
    RouterLink,
    StatePanel,
    StepsPanel,
    TranslocoPipe,
  ],
  providers: [JointWorks],
  templateUrl: './joint-page.html',
  styleUrl: './joint-page.css',
})
export class JointPage {
  readonly coupleId = input.required<string>();
  readonly workId = input.required<string>();
  readonly #works = inject(JointWorks);
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly loading = new Attempt();
  protected readonly attempt = new Attempt();
  protected readonly view = signal<JointWorkWordsView | null>(null);

  protected readonly state = computed(() => {
    if (this.view() !== null) return 'full';
    return this.loading.problem() === null ? 'loading' : 'error';
  });
  protected readonly title = computed(() => this.view()?.work.title[this.words.language()] ?? '');
  protected readonly saying = computed(() => {
    const view = this.view();
    if (view === null) return 'closed';
    return view.closed && view.work.revealedAt === null ? 'paused' : stateOf(view.work);
  });
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  protected readonly inSteps = computed(
    () => this.view()?.template.steps?.some(({ therapistOpens }) => therapistOpens === true) === true,
  );
  protected readonly readers = computed(() =>
    this.words.list((this.#couple.view()?.people ?? []).map(({ name }) => name)),
  );
  protected readonly halves = computed(() => {
    const view = this.view();
    if (view === null) return [];
    const wording = {
      ...{ yes: this.words.say('homework.reader.yes'), no: this.words.say('homework.reader.no') },
      minutes: (minutes: number) => this.words.say('homework.minutes', { minutes }),
    };
    return view.halves.map(({ personId, personName, answers }) => ({
      ...{ personId, personName },
      rows: readableAnswers(view.template, answers, this.words.language(), wording),
    }));
  });

  constructor() {
    effect(() => {
      const workId = this.workId();
      untracked(() => void this.load(workId));
    });
  }

  protected async load(workId: string): Promise<void> {
    this.view.set(null);
    await this.loading.run(async () => {
      this.view.set(await this.#works.one(workId));
    });
  }

  protected async open(): Promise<void> {
    const done = await this.attempt.run(async () => {
      this.view.set(await this.#works.open(this.workId()));
    });
    if (done) this.#announcer.say(this.words.say('homework.together.opened'));
  }

  protected async talked(): Promise<void> {
    const view = this.view();
    if (view === null) return;
    const done = await this.attempt.run(async () => {
      this.view.set({ ...view, work: await this.#works.talked(view.work) });
    });
    if (done) this.#announcer.say(this.words.say('homework.together.noted'));
    else if (this.attempt.problem()?.code === 'version_stale') await this.load(this.workId());
  }
}
