import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Card, Note, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../../core/couple/current-couple';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';
import { ClinicExercises } from '../clinic-exercises';
import { CouplePlans } from './couple-plans';
import { GiveForm } from './give-form';
import { HomeworkTabs } from './homework-tabs';
import { LockedCard } from './locked-card';
import { PersonPlans } from './person-plans';
import { RestForm } from './rest-form';

/** The plan that a therapist works with every week: what each person has, how much it is, what rests, what is closed. */
@Component({
  selector: 'tr-plan-page',
  imports: [
    ...[Button, Card, GiveForm, HomeworkTabs, LockedCard, Note, PersonPlans, ProblemNote, RestForm],
    ...[StatePanel, TranslocoPipe],
  ],
  providers: [ClinicExercises, CouplePlans],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  readonly coupleId = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  protected readonly plans = inject(CouplePlans);
  protected readonly words = inject(Words);
  protected readonly clinic = inject(ClinicExercises);

  protected readonly form = signal<'give' | 'rest' | null>(null);
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  protected readonly people = computed(
    () => this.#couple.view()?.people.filter(({ side }) => this.#couple.holds(side)) ?? [],
  );
  protected readonly closedSides = computed(() =>
    (this.#couple.view()?.people ?? [])
      .filter(({ side }) => !this.#couple.holds(side))
      .map(({ name, side }) => ({ name, names: this.words.list(this.#couple.therapists(side)) }))
      .filter(({ names }) => names !== ''),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.form.set(null);
        this.plans.show(coupleId);
      });
    });
  }

  protected toggle(form: 'give' | 'rest'): void {
    this.form.update((now) => (now === form ? null : form));
  }
}
