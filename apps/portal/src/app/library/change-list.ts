import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClinicTemplate } from '@trellis/domain';
import { Words } from '../core/i18n/words';
import { changeLines } from './change-words';

/** What differs between two texts of an exercise, each place with its words before and after. */
@Component({
  selector: 'tr-change-list',
  imports: [TranslocoPipe],
  template: `
    <dl>
      @for (line of lines(); track $index) {
        <dt>{{ line.place }}</dt>
        @if (line.before) {
          <dd>
            <span class="small">{{ 'library.changes.before' | transloco }}</span> {{ line.before }}
          </dd>
        }
        @if (line.after) {
          <dd>
            <span class="small">{{ 'library.changes.after' | transloco }}</span> {{ line.after }}
          </dd>
        }
      } @empty {
        <dt>{{ 'library.changes.none' | transloco }}</dt>
      }
    </dl>
  `,
  styles: `
    dt {
      margin-top: 12px;
      font-weight: 600;
    }
    dd {
      margin: 2px 0 0;
      overflow-wrap: anywhere;
    }
    .small {
      display: inline-block;
      min-width: 4.5rem;
    }
  `,
})
export class ChangeList {
  readonly before = input.required<ClinicTemplate>();
  readonly after = input.required<ClinicTemplate>();
  readonly #words = inject(Words);
  protected readonly lines = computed(() =>
    changeLines(this.before(), this.after(), {
      say: (key, params) => this.#words.say(`library.${key}`, params),
      language: this.#words.language(),
    }),
  );
}
