import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicRhythms, type ClinicCadence, type ClinicRule } from '@trellis/domain';
import { Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { ExerciseDraft } from './exercise-draft';
import { Findings } from './findings';
import { NumberField } from './number-field';

type Kind = ClinicCadence['kind'];
const rowBounds = [1, 20] as const;

/** How often an exercise comes, and when it counts as done. */
@Component({
  selector: 'tr-when-editor',
  imports: [Field, NumberField, TranslocoPipe],
  templateUrl: './when-editor.html',
  styleUrl: './question-parts.css',
})
export class WhenEditor {
  readonly #words = inject(Words);
  protected readonly draft = inject(ExerciseDraft);
  protected readonly findings = inject(Findings);
  protected readonly rowBounds = rowBounds;

  protected readonly kinds = Object.keys(clinicRhythms) as Kind[];
  protected readonly numbers = computed(() => {
    const cadence: Readonly<Record<string, unknown>> = this.draft.content().cadence;
    return Object.entries(clinicRhythms[this.draft.content().cadence.kind]).map(([name, bounds]) => {
      const value = cadence[name];
      return { name, bounds, value: typeof value === 'number' ? value : null };
    });
  });
  protected readonly wholeAnswers = computed(() =>
    this.draft.content().completion.some(({ kind }) => kind === 'answers'),
  );
  /** One line per list of the exercise, and one per week where it comes weekly. */
  protected readonly counts = computed(() => {
    const { fields, cadence, completion } = this.draft.content();
    const lists = fields
      .filter(({ kind }) => kind === 'list')
      .map(({ key, label }) => {
        const at = completion.findIndex((rule) => rule.kind === 'rows' && rule.key === key);
        const name = label[this.#words.language()] || label.en;
        return { key, at, bounds: rowBounds, label: this.#words.say('library.build.done.rows', { name }) };
      });
    const at = completion.findIndex(({ kind }) => kind === 'per_week');
    const weekly = cadence.kind === 'weekly' || at !== -1;
    const label = this.#words.say('library.build.done.per_week');
    return [...lists, ...(weekly ? [{ key: null, at, bounds: [1, 7] as const, label }] : [])].map((line) => ({
      ...line,
      value: this.#least(completion[line.at]),
    }));
  });

  protected setKind(chosen: string): void {
    const kind = this.kinds.find((one) => one === chosen);
    if (kind === undefined) return;
    const numbers = Object.entries(clinicRhythms[kind]).map(([name, [low, high]]): [string, number] => [
      name,
      name === 'windowHours' ? high : low,
    ]);
    this.draft.set('cadence', { kind, ...Object.fromEntries(numbers) } as ClinicCadence);
  }

  protected setNumber(name: string, value: number | null): void {
    this.draft.set('cadence', { ...this.draft.content().cadence, [name]: value ?? 0 });
  }

  protected setAnswers(on: boolean): void {
    const others = this.draft.content().completion.filter(({ kind }) => kind !== 'answers');
    this.draft.set('completion', on ? [{ kind: 'answers' }, ...others] : others);
  }

  protected setLeast(key: string | null, least: number | null): void {
    const isThis = (rule: ClinicRule): boolean =>
      key === null ? rule.kind === 'per_week' : rule.kind === 'rows' && rule.key === key;
    const others = this.draft.content().completion.filter((rule) => !isThis(rule));
    const rule: ClinicRule =
      key === null ? { kind: 'per_week', least: least ?? 0 } : { kind: 'rows', key, least: least ?? 0 };
    this.draft.set('completion', least === null ? others : [...others, rule]);
  }

  #least(rule: ClinicRule | undefined): number | null {
    return rule === undefined || rule.kind === 'answers' ? null : rule.least;
  }
}
