import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePersonView, PlanBoardView, PlanItemRequest } from '@trellis/contracts';
import { isLocalDate, pairedWith } from '@trellis/domain';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { ClinicExercises } from '../clinic-exercises';
import { CouplePlans } from './couple-plans';
import { GiveOne, type Given, settlesOf } from './give-one';
import { rhythmOfRequest, usualRhythm } from './rhythm-fields';

const MOST_DAYS = 168;
const nothing: Given = { code: '', rhythm: usualRhythm, settled: [] };

/** Gives one exercise to one person, or one to each of both in one act. Exercises that are pairs are offered as such. */
@Component({
  selector: 'tr-give-form',
  imports: [Button, Card, Field, GiveOne, TranslocoPipe],
  templateUrl: './give-form.html',
  styleUrl: './plan-forms.css',
})
export class GiveForm {
  readonly people = input.required<readonly CouplePersonView[]>();
  readonly board = input.required<PlanBoardView>();
  readonly closed = output();
  readonly #announcer = inject(Announcer);
  readonly #clinic = inject(ClinicExercises);
  readonly #words = inject(Words);
  protected readonly plans = inject(CouplePlans);

  protected readonly mostDays = MOST_DAYS;
  protected readonly startsOn = linkedSignal(() => this.board().localDate);
  protected readonly days = signal(28);
  protected readonly given = signal<Readonly<Record<string, Given>>>({});
  protected readonly rows = computed(() =>
    this.people().map((person) => ({ person, given: this.given()[person.id] ?? nothing })),
  );
  protected readonly dateWrong = computed(
    () => !isLocalDate(this.startsOn()) || this.startsOn() < this.board().localDate,
  );
  protected readonly daysWrong = computed(
    () => !Number.isInteger(this.days()) || this.days() < 1 || this.days() > MOST_DAYS,
  );
  readonly #items = computed(() =>
    this.rows().flatMap(({ person, given }): PlanItemRequest[] => {
      const template = this.#clinic.exercise(given.code);
      return template === null
        ? []
        : [
            {
              ...{ personId: person.id, templateCode: given.code },
              ...{ startsOn: this.startsOn(), days: this.days() },
              ...rhythmOfRequest(template, given.rhythm),
              ...(given.settled.length === 0 ? {} : { confirmed: [...given.settled] }),
            },
          ];
    }),
  );
  protected readonly ready = computed(
    () =>
      this.#items().length > 0 &&
      !this.dateWrong() &&
      !this.daysWrong() &&
      this.rows().every(({ given }) =>
        settlesOf(this.#clinic.exercise(given.code), this.board().closed).every((one) =>
          given.settled.includes(one),
        ),
      ),
  );

  /** The other's part of a pair is put in for whoever has nothing chosen yet, and can be changed. */
  protected put(personId: string, given: Given): void {
    const before = this.given();
    const pair = pairedWith(given.code);
    const other = this.people().find(({ id }) => id !== personId);
    const offered =
      pair !== null && other !== undefined && (before[other.id]?.code ?? '') === '' && this.#isOpen(pair)
        ? { [other.id]: { ...nothing, code: pair } }
        : {};
    const changed = before[personId]?.code === given.code ? given : { ...given, settled: [] };
    this.given.set({ ...before, ...offered, [personId]: changed });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.ready() || !(await this.plans.assign(this.#items()))) return;
    this.#announcer.say(this.#words.say('plans.give.done'));
    this.closed.emit();
  }

  #isOpen(code: string): boolean {
    return this.board().closed.every(({ templateCode }) => templateCode !== code);
  }
}
