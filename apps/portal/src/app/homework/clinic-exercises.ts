import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';
import type { OwnExercisesView } from '@trellis/contracts';
import { type HomeworkTemplate, templateOf } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';

/** Exercises of the clinic that can be given: published, and not retired. */
@Injectable()
export class ClinicExercises {
  readonly #own = httpResource<OwnExercisesView>(() => apiUrl(paths.clinic.exercises));
  readonly failed = computed(() => this.#own.error() !== undefined);
  readonly published = computed((): readonly HomeworkTemplate[] => {
    const rows = this.#own.hasValue() ? this.#own.value().exercises : [];
    return rows.filter(({ state }) => state === 'published').map(({ exercise }) => exercise);
  });

  /** The exercise of that code that can be given now, of the library or the clinic's own; null for any other. */
  exercise(code: string): HomeworkTemplate | null {
    return templateOf(code) ?? this.published().find((one) => one.code === code) ?? null;
  }

  again(): void {
    this.#own.reload();
  }
}
