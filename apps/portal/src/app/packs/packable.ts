import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { OwnExercisesView } from '@trellis/contracts';
import { type HomeworkTemplate, homeworkTemplates, jointTemplates, laneOfCode } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { Words } from '../core/i18n/words';

export const lanes = ['RP', 'BP', 'JOINT'] as const;

/** What can be put into a pack, for whom each is, and what it is called. */
@Injectable()
export class Packable {
  readonly #words = inject(Words);
  readonly own = httpResource<OwnExercisesView>(() => apiUrl(paths.clinic.exercises));
  readonly #rows = computed(() => (this.own.hasValue() ? this.own.value().exercises : []));
  readonly #given = computed((): readonly HomeworkTemplate[] => [
    ...homeworkTemplates,
    ...jointTemplates,
    ...this.#rows()
      .filter(({ state }) => state === 'published')
      .map(({ exercise }) => exercise),
  ]);

  /** What can be given now, by whose it is. */
  readonly groups = computed(() =>
    lanes.map((lane) => ({ lane, exercises: this.#given().filter(({ code }) => laneOfCode(code) === lane) })),
  );

  knows(code: string): boolean {
    return this.#given().some((one) => one.code === code);
  }

  /** Its code where the exercise is not known any more, or not yet loaded. */
  titleOf(code: string): string {
    const found =
      this.#given().find((one) => one.code === code) ??
      this.#rows().find((row) => row.code === code)?.exercise;
    return found?.title[this.#words.language()] ?? code;
  }
}
