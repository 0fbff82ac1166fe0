import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnTaskView } from '@trellis/contracts';
import { Button, StatePanel } from '@trellis/ui';
import { OwnHomework } from '../core/homework/own-homework';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { OwnPage } from '../core/page/own-page';
import { Said } from '../core/i18n/said';
import { AnswerList } from './answer-list';
import type { Draft } from '../core/draft/kept-drafts';
import { TaskDrafts } from '../core/draft/task-drafts';
import { QuestionFlow } from './question-flow';
import { SharePanel } from './sharing/share-panel';

/** One task: its questions while it is open, the person's own answers once it is handed in. */
@Component({
  selector: 'tr-task-page',
  imports: [
    AnswerList,
    Button,
    OwnPage,
    ProblemNote,
    QuestionFlow,
    RouterLink,
    Said,
    SharePanel,
    StatePanel,
    TranslocoPipe,
  ],
  template: `
    @if (problem(); as problem) {
      <tr-own-page>
        <h1>{{ 'task.closed.heading' | transloco }}</h1>
        <tr-problem-note [problem]="problem" />
        <div class="stack push">
          <button trButton wide type="button" (click)="load(taskId())">
            {{ 'task.closed.again' | transloco }}
          </button>
          <a trButton wide routerLink="/today">{{ 'task.backToToday' | transloco }}</a>
        </div>
      </tr-own-page>
    } @else if (template(); as template) {
      @if (draft(); as draft) {
        <tr-question-flow
          [taskId]="taskId()"
          [template]="template"
          [dueAt]="task()?.dueAt ?? ''"
          [draft]="draft"
        />
      } @else {
        <tr-own-page [readers]="template.track === 'C' ? 'both' : 'words'" [sharedWith]="sharedWith()">
          <h1>{{ template.title | said }}</h1>
          <p class="lede">{{ 'task.handedIn' | transloco }}</p>
          <tr-answer-list [template]="template" [answers]="task()?.answers ?? {}" />
          @if (template.sharing.kind === 'partner' || template.sharing.kind === 'therapist') {
            <tr-share-panel [taskId]="taskId()" (reads)="sharedWith.set($event)" />
          }
          @if (template.track === 'C') {
            <a trButton wide [routerLink]="['/together', taskId()]">{{ 'task.both' | transloco }}</a>
          }
          <div class="stack push">
            <a trButton wide [routerLink]="['/feedback', taskId()]">{{ 'feedback.heading' | transloco }}</a>
            @if (template.track !== 'C') {
              <a trButton wide [routerLink]="['/tasks', taskId(), 'revision']">{{
                'feedback.change.open' | transloco
              }}</a>
            }
          </div>
          <a trButton look="quiet" wide routerLink="/record">{{ 'task.backToRecord' | transloco }}</a>
        </tr-own-page>
      }
    } @else {
      <tr-own-page readers="words">
        <tr-state-panel state="loading" [heading]="'task.loading' | transloco" [rows]="4" />
      </tr-own-page>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class TaskPage {
  readonly taskId = input.required<string>();
  readonly #homework = inject(OwnHomework);
  readonly #drafts = inject(TaskDrafts);
  protected readonly task = signal<OwnTaskView | null>(null);
  protected readonly draft = signal<Draft | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sharedWith = signal<readonly string[]>([]);
  protected readonly template = computed(() => this.task()?.template ?? null);

  constructor() {
    effect(() => {
      const taskId = this.taskId();
      untracked(() => void this.load(taskId));
    });
  }

  protected async load(taskId: string): Promise<void> {
    this.problem.set(null);
    this.task.set(null);
    this.sharedWith.set([]);
    try {
      const task = await this.#homework.task(taskId);
      const closed = task.state === 'submitted' || task.state === 'reviewed';
      this.draft.set(closed ? null : await this.#drafts.open(task));
      this.task.set(task);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }
}
