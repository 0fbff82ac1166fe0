import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { privacyOf, type Field } from '@trellis/domain';
import { Button, Card, Chip, StatePanel } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ExercisePreview } from './exercise-preview';
import { Exercises } from './exercises';

interface Fact {
  readonly head: string;
  readonly lines: readonly string[];
}

/** One exercise: what it is for, who reads it, when it is done and when not to use it, and how a person sees it. */
@Component({
  selector: 'tr-exercise-page',
  imports: [Button, Card, Chip, ExercisePreview, RouterLink, StatePanel, TranslocoPipe],
  providers: [Exercises],
  templateUrl: './exercise-page.html',
  styleUrl: './exercise-page.css',
})
export class ExercisePage {
  readonly code = input.required<string>();
  readonly #exercises = inject(Exercises);
  protected readonly words = inject(Words);
  protected readonly mayKeep = inject(Session).may('library.keep');

  protected readonly listed = computed(
    () => this.#exercises.all().find(({ exercise }) => exercise.code === this.code()) ?? null,
  );
  protected readonly state = computed(() => {
    if (this.listed() !== null) return 'full';
    if (this.#exercises.own.error() !== undefined) return 'error';
    return this.#exercises.own.hasValue() ? 'empty' : 'loading';
  });
  protected readonly facts = computed((): readonly Fact[] => {
    const exercise = this.listed()?.exercise;
    if (exercise === undefined) return [];
    const { cadence, privacy, sharing, completion, stages, lockedBy, avoid, notes = [], feeds } = exercise;
    const language = this.words.language();
    const say = (key: string, params: Readonly<Record<string, unknown>> = {}) =>
      this.words.say(`library.${key}`, params);
    const opens = [
      say('opens', { stage: Math.min(...stages) }),
      ...lockedBy.map((lock) => say(`locks.${lock}`)),
    ];
    return [
      { head: 'rhythmHead', lines: [say(`rhythm.${cadence.kind}`, { ...cadence })] },
      { head: 'readersHead', lines: [say(`privacy.${privacy}`)] },
      { head: 'sharingHead', lines: [say(`sharing.${sharing.kind}`)] },
      { head: 'doneHead', lines: completion.map((rule) => say(`done.${rule.kind}`, { ...rule })) },
      { head: 'whenHead', lines: opens },
      { head: 'feedsHead', lines: feeds.map((one) => say(`predictors.${one}`)) },
      { head: 'avoidHead', lines: avoid.map((text) => text[language]) },
      { head: 'notesHead', lines: notes.map((text) => text[language]) },
    ];
  });

  /** What a therapist wants to know of a question beyond its words. */
  protected notesOf(field: Field): string {
    const privacy = this.listed()?.exercise.privacy ?? 'P0';
    const risk = field.alarm !== undefined || field.options?.some((one) => one.risk === 'alarm') === true;
    const keys = [
      field.required ? 'required' : 'optional',
      ...(privacyOf(field, privacy) === 'P0' ? ['onlyAuthor'] : []),
      ...(field.askedWhen === undefined ? [] : ['askedLater']),
      ...(risk ? ['alarm'] : []),
    ];
    return keys.map((key) => this.words.say(`library.${key}`)).join(' · ');
  }
}
