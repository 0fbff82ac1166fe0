import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { laneOfCode } from '@trellis/domain';
import { Button, CompartmentMark, Field, compartmentOfSide } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';
import { Words } from '../core/i18n/words';
import { type PackDraft, mostExercises, waiting, withExercise, withoutExercise } from './pack-draft';
import { Packable, lanes } from './packable';

/** Name, stage and exercises of a pack, by whose they are. */
@Component({
  selector: 'tr-pack-form',
  imports: [Button, CompartmentMark, Field, TextField, TranslocoPipe],
  templateUrl: './pack-form.html',
  styleUrl: './packs.css',
})
export class PackForm {
  readonly draft = model.required<PackDraft>();
  readonly changed = input.required<boolean>();
  readonly busy = input(false);
  readonly saved = output();
  readonly #packable = inject(Packable);
  protected readonly words = inject(Words);
  protected readonly stages = [1, 2, 3] as const;
  readonly #asked = signal(false);

  protected readonly rows = computed(() =>
    lanes
      .map((lane) => ({
        ...{ lane, mark: compartmentOfSide[lane] },
        rows: this.draft()
          .exercises.filter(({ code }) => laneOfCode(code) === lane)
          .map(({ code, then }) => ({
            ...{ code, then, title: this.#packable.titleOf(code) },
            given: !this.#packable.own.hasValue() || this.#packable.knows(code),
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
  );
  /** What is not in the pack yet. */
  protected readonly left = computed(() => {
    const packed = this.draft().exercises.map(({ code }) => code);
    return this.#packable.groups().map(({ lane, exercises }) => ({
      lane,
      exercises: exercises.filter(({ code }) => !packed.includes(code)),
    }));
  });
  protected readonly nameError = computed(() =>
    this.#asked() && this.draft().name.trim() === '' ? this.words.say('packs.form.nameNeeded') : '',
  );
  protected readonly emptyError = computed(() => {
    const { length } = this.draft().exercises;
    if (length >= mostExercises) return this.words.say('packs.form.full', { most: mostExercises });
    return this.#asked() && length === 0 ? this.words.say('packs.form.exerciseNeeded') : '';
  });

  protected put(part: Partial<PackDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected chooseStage(value: string): void {
    this.put({ stage: this.stages.find((one) => String(one) === value) ?? null });
  }

  protected take(code: string): void {
    if (code !== '')
      this.draft.update((draft) => withExercise(draft, code, (one) => this.#packable.knows(one)));
  }

  protected takeOut(code: string): void {
    this.draft.update((draft) => withoutExercise(draft, code));
  }

  protected wait(code: string, then: boolean): void {
    this.draft.update((draft) => waiting(draft, code, then));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.#asked.set(true);
    const { name, exercises } = this.draft();
    if (name.trim() !== '' && exercises.length > 0) this.saved.emit();
  }
}
