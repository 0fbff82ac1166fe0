import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlanView, RestView } from '@trellis/contracts';
import { Announcer, Button, Chip, type ChipTone, Icon } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { ClinicExercises } from '../clinic-exercises';
import { CouplePlans } from './couple-plans';
import { RestForm } from './rest-form';
import { RhythmForm } from './rhythm-form';
import { rhythmWords, timeName, weekdayName } from './rhythm-words';

const TONES: Readonly<Record<PlanView['state'], ChipTone>> = {
  ...{ planned: 'line', running: 'leaf', resting: 'plain', over: 'line', ended: 'line' },
};

/** One exercise of a person: how it comes, what is due, what was done, and what a therapist can change. */
@Component({
  selector: 'tr-plan-row',
  imports: [Button, Chip, Icon, RestForm, RhythmForm, TranslocoPipe],
  templateUrl: './plan-row.html',
  styleUrl: './plan-row.css',
})
export class PlanRow {
  readonly plan = input.required<PlanView>();
  readonly rests = input.required<readonly RestView[]>();
  readonly today = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly #announcer = inject(Announcer);
  readonly #clinic = inject(ClinicExercises);
  protected readonly words = inject(Words);
  protected readonly plans = inject(CouplePlans);

  protected readonly open = signal(false);
  protected readonly form = signal<'rest' | 'rhythm' | 'end' | null>(null);
  protected readonly template = computed(() => this.#clinic.exercise(this.plan().templateCode));
  protected readonly person = computed(() => [{ id: this.plan().personId, name: this.plan().personName }]);
  protected readonly title = computed(() => this.plan().title[this.words.language()]);
  protected readonly tone = computed(() => TONES[this.plan().state]);
  protected readonly changes = computed(() => !['over', 'ended'].includes(this.plan().state));
  protected readonly own = computed(() => this.rests().filter(({ planId }) => planId === this.plan().id));

  protected readonly rhythm = computed(() => {
    const { cadence, weekdays, time } = this.plan();
    const language = this.words.language();
    const days = this.words.list(weekdays.toSorted((a, b) => a - b).map((day) => weekdayName(language, day)));
    const said = rhythmWords(this.words, cadence);
    if (weekdays.length > 0) return `${said} ${days}.`;
    return cadence.kind === 'daily'
      ? `${said} ${this.words.say('plans.around', { time: timeName(language, time) })}`
      : said;
  });
  protected readonly due = computed(() => {
    const { next } = this.plan();
    return next === null ? '' : this.words.moment(next.dueAt, this.timeZone());
  });

  protected toggle(form: 'rest' | 'rhythm' | 'end'): void {
    this.form.update((now) => (now === form ? null : form));
  }

  protected async skip(): Promise<void> {
    const { next } = this.plan();
    if (next !== null && (await this.plans.skip(next))) this.#said('plans.acts.skipped');
  }

  protected async goOn(rest: RestView): Promise<void> {
    if (await this.plans.endRest(rest)) this.#said('plans.rest.ended');
  }

  protected async end(): Promise<void> {
    if (await this.plans.end(this.plan())) this.#said('plans.acts.ended');
  }

  #said(key: string): void {
    this.form.set(null);
    this.#announcer.say(this.words.say(key));
  }
}
