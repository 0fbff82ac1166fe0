import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskRowView } from '@trellis/contracts';
import { isOpenTask } from '@trellis/domain';
import { Card, Chip, type ChipTone, CompartmentMark, compartmentOfSide } from '@trellis/ui';
import { Words } from '../core/i18n/words';

/** The tasks of one side, each with state, due time and what asks for a look. Flags name the task, never a person. */
@Component({
  selector: 'tr-task-lane',
  imports: [Card, Chip, CompartmentMark, TranslocoPipe],
  templateUrl: './task-lane.html',
  styleUrl: './task-lane.css',
})
export class TaskLane {
  readonly side = input.required<'RP' | 'BP' | 'JOINT'>();
  readonly heading = input.required<string>();
  readonly tasks = input.required<readonly TaskRowView[]>();
  readonly timeZone = input.required<string>();
  readonly openTask = input<string | null>(null);
  readonly opened = output<string>();

  protected readonly words = inject(Words);
  protected readonly mark = computed(() => compartmentOfSide[this.side()]);
  protected readonly toRead = computed(
    () => this.tasks().filter(({ state }) => state === 'submitted').length,
  );
  protected readonly rows = computed(() => this.tasks().map((task) => ({ task, ...this.#shown(task) })));

  #shown(task: TaskRowView): {
    readonly title: string;
    readonly due: string;
    readonly chips: readonly TaskChip[];
  } {
    const title = task.title[this.words.language()];
    return { title, due: this.words.moment(task.dueAt, this.timeZone()), chips: chipsOf(task) };
  }
}

interface TaskChip {
  readonly tone: ChipTone;
  readonly key: string;
}

/** What stands beside a task, most pressing first; keys below `homework.chips`. */
export function chipsOf(
  task: Pick<TaskRowView, 'state' | 'lateness' | 'tooHard' | 'needsCall' | 'noticed'>,
): readonly TaskChip[] {
  const chips: TaskChip[] = [];
  if (task.needsCall) chips.push({ tone: 'alarm', key: 'call' });
  if (task.noticed) chips.push({ tone: 'note', key: 'noticed' });
  if (task.state === 'submitted') chips.push({ tone: 'note', key: 'toRead' });
  else if (task.lateness !== 'missed' || !isOpenTask(task.state)) {
    chips.push({ tone: task.state === 'reviewed' ? 'leaf' : 'line', key: task.state });
  }
  if (task.tooHard) chips.push({ tone: 'note', key: 'tooHard' });
  if (task.lateness === 'late' || (task.lateness === 'missed' && isOpenTask(task.state))) {
    chips.push({ tone: 'line', key: task.lateness });
  }
  return chips;
}
