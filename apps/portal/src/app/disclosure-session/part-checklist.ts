import { Component, computed, inject, input } from '@angular/core';
import type { SessionRunView } from '@trellis/contracts';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** The lines of the running part. They hold no names and leave no room for notes. */
@Component({
  selector: 'tr-part-checklist',
  template: `
    <ul>
      @for (line of lines(); track $index) {
        <li>
          <label
            ><input
              type="checkbox"
              [checked]="ticked().includes($index)"
              (change)="tick($index, !ticked().includes($index))"
            />{{ line }}</label
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      width: min(520px, 100%);
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    label {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: 44px;
      padding: 6px 14px;
      cursor: pointer;
    }
    input {
      width: 20px;
      height: 20px;
      accent-color: var(--fill);
    }
  `,
})
export class PartChecklist {
  readonly part = input.required<string>();
  readonly run = input.required<SessionRunView>();
  readonly #current = inject(CurrentSession);
  readonly #words = inject(SessionWords);
  protected readonly lines = computed(() => this.#words.checklist(this.part()));
  protected readonly ticked = computed(
    () => this.run().steps.find(({ step }) => step === this.part())?.ticked ?? [],
  );

  protected async tick(line: number, ticked: boolean): Promise<void> {
    await this.#current.send('put', 'run/ticks', { step: this.part(), line, ticked }, 'run');
  }
}
