import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { exerciseFits, type HomeworkTemplate, type PredictorCode, type Stage } from '@trellis/domain';
import { Button, Card, Chip, Field, StatePanel } from '@trellis/ui';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { Exercises } from './exercises';

/** All exercises, found by words and by whom, when and for what they are. */
@Component({
  selector: 'tr-library-page',
  imports: [Button, Card, Chip, Field, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  providers: [Exercises],
  templateUrl: './library-page.html',
  styleUrl: './library-page.css',
})
export class LibraryPage {
  protected readonly exercises = inject(Exercises);
  protected readonly words = inject(Words);
  protected readonly mayKeep = inject(Session).may('library.keep');
  protected readonly tracks = ['R', 'B', 'C'] as const;
  protected readonly stages = [1, 2, 3] as const;
  protected readonly predictors = ['CT', 'PI', 'ED', 'CG', 'TS'] as const;

  protected readonly search = signal('');
  protected readonly track = signal<HomeworkTemplate['track'] | null>(null);
  protected readonly stage = signal<Stage | null>(null);
  protected readonly feeds = signal<PredictorCode | null>(null);
  protected readonly narrowed = computed(
    () => this.search() !== '' || this.track() !== null || this.stage() !== null || this.feeds() !== null,
  );
  protected readonly found = computed(() => {
    const [words, track] = [this.search(), this.track()];
    const [stage, feeds] = [this.stage(), this.feeds()];
    return this.exercises
      .all()
      .filter(({ exercise }) => exerciseFits(exercise, { words, track, stage, feeds }));
  });
  protected readonly problem = computed(() =>
    this.exercises.own.error() === undefined ? null : toProblem(this.exercises.own.error()),
  );

  protected chooseTrack(value: string): void {
    this.track.set(this.tracks.find((one) => one === value) ?? null);
  }

  protected chooseStage(value: string): void {
    this.stage.set(this.stages.find((one) => String(one) === value) ?? null);
  }

  protected chooseFeeds(value: string): void {
    this.feeds.set(this.predictors.find((one) => one === value) ?? null);
  }

  protected clear(): void {
    this.search.set('');
    this.track.set(null);
    this.stage.set(null);
    this.feeds.set(null);
  }
}
