import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';
import type { OwnExerciseRowView, OwnExercisesView } from '@trellis/contracts';
import { type HomeworkTemplate, homeworkLibrary } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';

/** An exercise in the list; `own` is there for one of the clinic. */
export interface ListedExercise {
  readonly exercise: HomeworkTemplate;
  readonly own: OwnExerciseRowView | null;
}

/** The exercises that come with the program, and the clinic's own before them. */
@Injectable()
export class Exercises {
  readonly own = httpResource<OwnExercisesView>(() => apiUrl(paths.clinic.exercises));
  readonly all = computed((): readonly ListedExercise[] => {
    const rows = this.own.hasValue() ? this.own.value().exercises : [];
    return [
      ...rows.map((own) => ({ exercise: own.exercise, own })),
      ...homeworkLibrary.map((exercise) => ({ exercise, own: null })),
    ];
  });
}
