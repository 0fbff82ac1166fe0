import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';

/** One state on the way; the caller's word and, once reached, its date. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
}

/** The real states of a process in order: done, now, still to come. States and words, no percentage. */
@Component({
  selector: 'tr-stepper',
  imports: [Icon],
  template: `
    <ol [attr.aria-label]="label()">
      @for (step of placed(); track step.id) {
        <li [class]="step.place" [attr.aria-current]="step.place === 'now' ? 'step' : null">
          <span class="dot">
            @if (step.place === 'done') {
              <tr-icon name="check" />
            }
          </span>
          <span class="name">{{ step.name }}</span>
          @if (step.place === 'done') {
            <span class="visually-hidden">{{ doneWord() }}</span>
          }
          @if (step.detail) {
            <span class="small">{{ step.detail }}</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
      gap: 12px 0;
    }
    li {
      position: relative;
      display: grid;
      gap: 2px;
      align-content: start;
      padding-right: 12px;
      color: var(--ink-2);
    }
    .dot {
      --icon-size: 12px;
      position: relative;
      z-index: 1;
      display: grid;
      place-items: center;
      width: 18px;
      height: 18px;
      margin-bottom: 4px;
      background: var(--surface);
      border: 1.5px solid var(--edge);
      border-radius: 50%;
    }
    li::before {
      content: '';
      position: absolute;
      top: 8px;
      left: 18px;
      right: 0;
      border-top: 1.5px solid var(--line);
    }
    li:last-child::before {
      display: none;
    }
    .done .dot {
      color: var(--leaf-ink);
      background: var(--leaf);
      border-color: var(--leaf);
    }
    .done::before {
      border-color: var(--leaf);
    }
    .now {
      color: var(--ink);
    }
    .now .name {
      font-weight: 600;
    }
    .now .dot {
      border: 5px solid var(--leaf);
    }
  `,
})
export class Stepper {
  readonly label = input.required<string>();
  readonly steps = input.required<readonly Step[]>();
  /** Id of the present step; one that is not in the list leaves all to come. */
  readonly current = input.required<string>();
  readonly doneWord = input.required<string>();

  protected readonly placed = computed(() => {
    const now = this.steps().findIndex(({ id }) => id === this.current());
    return this.steps().map((step, at) => ({
      ...step,
      place: at < now ? 'done' : at === now ? 'now' : 'ahead',
    }));
  });
}
