import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePersonView } from '@trellis/contracts';
import {
  type HomeworkTemplate,
  homeworkTemplates,
  isLocalDate,
  jointTemplates,
  localDateOf,
} from '@trellis/domain';
import { Announcer, Button, Card, ChoiceList, Field, type Option } from '@trellis/ui';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ClinicExercises } from './clinic-exercises';
import { CoupleHomework } from './couple-homework';

const TRACK = { RP: 'R', BP: 'B' } as const;
const MOST_DAYS = 168;

/** Assigns one exercise to one person for some days, in its own rhythm. What was chosen stays after a refusal. */
@Component({
  selector: 'tr-assign-form',
  imports: [Button, Card, ChoiceList, Field, ProblemNote, TranslocoPipe],
  providers: [ClinicExercises],
  templateUrl: './assign-form.html',
  styleUrl: './assign-form.css',
})
export class AssignForm {
  /** People whose side the viewer holds. */
  readonly people = input.required<readonly CouplePersonView[]>();
  readonly timeZone = input.required<string>();
  readonly #homework = inject(CoupleHomework);
  readonly #announcer = inject(Announcer);
  protected readonly clinic = inject(ClinicExercises);
  protected readonly words = inject(Words);

  protected readonly personId = linkedSignal<string | null>(() => {
    const [only, other] = this.people();
    return only !== undefined && other === undefined ? only.id : null;
  });
  protected readonly startsOn = linkedSignal<string>(() => localDateOf(new Date(), this.timeZone()));
  protected readonly days = signal(7);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mostDays = MOST_DAYS;

  protected readonly person = computed(() => this.people().find(({ id }) => id === this.personId()) ?? null);
  protected readonly personOptions = computed(() =>
    this.people().map((person): Option => ({ value: person.id, label: person.name })),
  );
  /** What the person can be given: the exercises that come with the program, and the clinic's own. */
  protected readonly groups = computed(() => {
    const side = this.person()?.side;
    if (side === undefined) return [];
    const fits = ({ track }: HomeworkTemplate): boolean => track === TRACK[side] || track === 'C';
    return [
      { name: 'library', templates: [...homeworkTemplates, ...jointTemplates].filter(fits) },
      { name: 'clinic', templates: this.clinic.published().filter(fits) },
    ].filter(({ templates }) => templates.length > 0);
  });
  protected readonly templates = computed(() => this.groups().flatMap(({ templates }) => templates));
  /** Stays what it is when the clinic's own arrive later, and begins anew with a person of the other side. */
  protected readonly code = linkedSignal<readonly HomeworkTemplate[], string>({
    source: this.templates,
    computation: (templates, before) =>
      templates.find(({ code }) => code === before?.value)?.code ?? templates[0]?.code ?? '',
  });
  protected readonly template = computed(
    () => this.templates().find(({ code }) => code === this.code()) ?? null,
  );
  /** How often the exercise comes, in words. */
  protected readonly rhythm = computed(() => {
    const cadence = this.template()?.cadence;
    if (cadence === undefined) return '';
    const once = cadence.kind === 'weekly' && cadence.times === 1;
    return this.words.say(`homework.assign.rhythm.${once ? 'weekly_one' : cadence.kind}`, { ...cadence });
  });
  protected readonly daysWrong = computed(
    () => !Number.isInteger(this.days()) || this.days() < 1 || this.days() > MOST_DAYS,
  );
  protected readonly dateWrong = computed(() => !isLocalDate(this.startsOn()));

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    const [person, template] = [this.person(), this.template()];
    if (person === null || template === null || this.daysWrong() || this.dateWrong() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const count = await this.#assigned(template, person.id);
      // Days that already hold this exercise are left as they are, so there may be nothing new.
      const key = count === 0 ? 'nothingNew' : 'done';
      const whom = template.track === 'C' ? 'Both' : '';
      this.#announcer.say(this.words.say(`homework.assign.${key}${whom}`, { count, name: person.name }));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  /** An exercise of two people goes to both, whoever was chosen. */
  async #assigned(template: HomeworkTemplate, personId: string): Promise<number> {
    const request = { templateCode: template.code, startsOn: this.startsOn(), days: this.days() };
    if (template.track === 'C') return this.#homework.assignJointly(request);
    return (await this.#homework.assign({ personId, ...request })).length;
  }
}
