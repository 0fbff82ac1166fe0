import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AftercareAnswerView, AftercareTaskView, CaseAftercareView } from '@trellis/contracts';
import { aftercarePlan } from '@trellis/domain';
import { Button, Chip } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { AnswerNote } from './answer-note';
import { CaseAftercare } from './case-aftercare';

interface Row {
  readonly task: AftercareTaskView;
  readonly title: string;
  readonly due: string;
  readonly mine: boolean;
}

/** Every task of the viewer's sides in the order in which it is due, with what a person said. */
@Component({
  selector: 'tr-task-table',
  imports: [AnswerNote, Button, Chip, TranslocoPipe],
  template: `
    <ul>
      @for (row of rows(); track row.task.id) {
        <li>
          <div>
            <b>{{ row.title }}</b>
            <span class="small"
              >{{ 'aftercare.tasks.for.' + row.task.recipient | transloco }} · {{ row.due }}</span
            >
            @if (row.task.answer; as answer) {
              <tr-answer-note [facts]="answer" [opened]="opened()[answer.id] ?? null" />
              @if (answer.hasWords && !opened()[answer.id]) {
                <button trButton small type="button" (click)="read(answer.id)">
                  {{ 'aftercare.tasks.read' | transloco }}
                </button>
              }
            }
          </div>
          <tr-chip [tone]="row.task.standing === 'late' ? 'note' : 'plain'">{{
            'aftercare.tasks.standing.' + row.task.standing | transloco
          }}</tr-chip>
          @if (row.mine) {
            <button
              trButton
              small
              type="button"
              [busy]="aftercare.busy()"
              (click)="aftercare.done(row.task.id, row.task.version)"
            >
              {{ 'aftercare.tasks.done' | transloco }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 8px 16px;
      align-items: center;
      padding: 10px 16px;
      border-bottom: 1px solid var(--line);
    }
    .small {
      display: block;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
      }
    }
  `,
})
export class TaskTable {
  readonly view = input.required<CaseAftercareView>();
  readonly #words = inject(Words);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly opened = signal<Readonly<Record<string, AftercareAnswerView>>>({});
  protected readonly rows = computed((): readonly Row[] => {
    const language = this.#words.language();
    return this.view().tasks.map((task) => ({
      task,
      title: aftercarePlan.find(({ id }) => id === task.item)?.title[language] ?? task.item,
      due:
        task.dueAt === null
          ? this.#words.day(task.dueOn ?? '')
          : this.#words.moment(task.dueAt, this.view().timeZone),
      mine: task.recipient === 'LEAD' && task.standing !== 'done' && !byContact.has(task.item),
    }));
  });

  protected async read(id: string): Promise<void> {
    const answer = await this.aftercare.answer(id);
    this.opened.update((before) => ({ ...before, [id]: answer }));
  }
}

/** Done as soon as both are known to have left safely. */
const byContact: ReadonlySet<string> = new Set(['departure.LEAD.safe_departure']);
