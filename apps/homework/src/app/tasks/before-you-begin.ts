import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HomeworkTemplate } from '@trellis/domain';
import { Note } from '@trellis/ui';
import { Said } from '../core/i18n/said';
import { promptOf } from './questions';

/** What to know before the first question, and the question of this day where some take turns. */
@Component({
  selector: 'tr-before-you-begin',
  imports: [Note, Said, TranslocoPipe],
  template: `
    @if (template().notes; as notes) {
      <tr-note tone="calm" icon="book">
        <ul>
          @for (note of notes; track $index) {
            <li>{{ note | said }}</li>
          }
        </ul>
      </tr-note>
    }
    @if (prompt(); as prompt) {
      <div class="sheet">
        <p class="small">{{ 'task.prompt' | transloco }}</p>
        <p class="words">{{ prompt | said }}</p>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    :host:not(:has(*)) {
      display: none;
    }
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class BeforeYouBegin {
  readonly template = input.required<HomeworkTemplate>();
  readonly dueAt = input.required<string>();
  protected readonly prompt = computed(() => promptOf(this.template(), this.dueAt()));
}
