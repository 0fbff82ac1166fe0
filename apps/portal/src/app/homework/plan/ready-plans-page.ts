import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadyPlansView } from '@trellis/contracts';
import { isLocalDate, stageNames } from '@trellis/domain';
import { Announcer, Button, Card, Field, StatePanel } from '@trellis/ui';
import { type Problem, toProblem } from '../../core/http/problem';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';
import { CouplePlans } from './couple-plans';
import { HomeworkTabs } from './homework-tabs';
import { type PlanChoice, everything, isGiven, ReadyPlanItems } from './ready-plan-items';
import { ReadyPlanLoad } from './ready-plan-load';

const WEEKS = [2, 4, 6, 8, 12] as const;

/** Plans of the stages and packs: choose one, see what it would give week by week, leave out, give it in one act. */
@Component({
  selector: 'tr-ready-plans-page',
  imports: [
    ...[Button, Card, Field, HomeworkTabs, ProblemNote, ReadyPlanItems, ReadyPlanLoad, StatePanel],
    ...[RouterLink, TranslocoPipe],
  ],
  providers: [CouplePlans],
  templateUrl: './ready-plans-page.html',
  styleUrl: './plan-forms.css',
})
export class ReadyPlansPage {
  readonly coupleId = input.required<string>();
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  protected readonly plans = inject(CouplePlans);
  protected readonly words = inject(Words);

  readonly #loaded = signal<ReadyPlansView | null>(null);
  protected readonly lookProblem = signal<Problem | null>(null);
  protected readonly weekCounts = WEEKS;
  protected readonly startsOn = linkedSignal(() => this.plans.view()?.localDate ?? '');
  protected readonly weeks = signal<number>(4);
  protected readonly view = this.#loaded.asReadonly();
  protected readonly dateWrong = computed(
    () => !isLocalDate(this.startsOn()) || this.startsOn() < (this.plans.view()?.localDate ?? ''),
  );
  /** The plan of the couple's stage stands first. */
  protected readonly key = linkedSignal<string>(() => {
    const stage = this.plans.view()?.stage;
    return this.view()?.plans.find((plan) => plan.stage === stage)?.key ?? '';
  });
  protected readonly plan = computed(() => this.view()?.plans.find(({ key }) => key === this.key()) ?? null);
  /** With another plan everything is chosen again. */
  protected readonly choice = linkedSignal<string, PlanChoice>({
    source: this.key,
    computation: () => everything,
  });
  protected readonly given = computed(
    () => this.plan()?.items.filter((item) => isGiven(item, this.choice())) ?? [],
  );
  /** Something chosen still has to be settled with its person. */
  protected readonly unsettled = computed(
    () =>
      this.plan()?.items.some(
        (item) =>
          item.state === 'open' &&
          !this.choice().leftOut.includes(item.templateCode) &&
          !isGiven(item, this.choice()),
      ) ?? false,
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.#loaded.set(null);
        this.plans.show(coupleId);
      });
    });
    effect(() => {
      const [startsOn, days] = [this.startsOn(), this.weeks() * 7];
      if (this.plans.view() !== null && !this.dateWrong()) untracked(() => void this.look(startsOn, days));
    });
  }

  protected async look(startsOn = this.startsOn(), days = this.weeks() * 7): Promise<void> {
    this.lookProblem.set(null);
    try {
      const view = await this.plans.defaults(startsOn, days);
      if (startsOn === this.startsOn() && days === this.weeks() * 7) this.#loaded.set(view);
    } catch (failure) {
      this.lookProblem.set(toProblem(failure));
    }
  }

  protected nameOf({ title, stage, version }: ReadyPlansView['plans'][number]): string {
    const language = this.words.language();
    if (version !== null) return this.words.say('plans.ready.ownPack', { name: title[language] });
    if (stage === 1 || stage === 2 || stage === 3)
      return this.words.say('plans.ready.ofStage', { stage, name: stageNames[stage][language] });
    return title[language];
  }

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const [plan, chosen] = [this.plan(), this.given()];
    if (plan === null || chosen.length === 0 || this.unsettled() || this.dateWrong()) return;
    const items = chosen.map(({ templateCode, settles }) => ({
      templateCode,
      ...(settles.length === 0 ? {} : { confirmed: [...settles] }),
    }));
    const when = { startsOn: this.startsOn(), days: this.weeks() * 7 };
    if (!(await this.plans.giveReady({ planKey: plan.key, ...versionOf(plan), ...when, items }))) return;
    this.#announcer.say(this.words.say('plans.ready.done', { count: chosen.length }));
    await this.#router.navigate(['/couples', this.coupleId(), 'homework', 'plan']);
  }
}

/** A pack is given as it was looked at. */
function versionOf({ version }: ReadyPlansView['plans'][number]): { planVersion?: number } {
  return version === null ? {} : { planVersion: version };
}
