import { Component, booleanAttribute, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';

export type PanelState = 'empty' | 'loading' | 'error' | 'full';

/**
 * The states of a region: `loading` shows a skeleton of `rows` lines in place of a spinner, `empty` and `error`
 * a sentence with a next step (projected buttons), `full` the content marked `panelContent`.
 */
@Component({
  selector: 'tr-state-panel',
  imports: [Icon],
  host: { '[attr.aria-busy]': "state() === 'loading' ? true : null" },
  template: `
    @switch (state()) {
      @case ('loading') {
        <p class="visually-hidden" role="status">{{ heading() }}</p>
        <div class="skeleton" aria-hidden="true">
          @for (row of lines(); track row) {
            <i></i><i class="long"></i><i></i>
          }
        </div>
      }
      @case ('full') {
        <ng-content select="[panelContent]" />
      }
      @default {
        <div class="middle" [attr.role]="state() === 'error' ? 'alert' : null">
          <tr-icon [name]="icon()" />
          @if (wholePage()) {
            <h1>{{ heading() }}</h1>
          } @else {
            <h2>{{ heading() }}</h2>
          }
          @if (sentence()) {
            <p>{{ sentence() }}</p>
          }
          <div class="steps"><ng-content /></div>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .middle {
      display: grid;
      gap: 6px;
      justify-items: start;
      max-width: 34rem;
      padding: 32px 24px;
    }
    tr-icon {
      --icon-size: 24px;
      color: var(--ink-3);
    }
    p {
      color: var(--ink-2);
    }
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 8px;
    }
    .skeleton {
      display: grid;
      grid-template-columns: 64px minmax(0, 1fr) 96px;
      gap: 20px 16px;
      padding: 20px 16px;
    }
    i {
      height: 14px;
      background: var(--surface-2);
      border-radius: 4px;
    }
  `,
})
export class StatePanel {
  readonly state = input.required<PanelState>();
  readonly heading = input('');
  readonly sentence = input('');
  readonly icon = input<IconName>('inbox');
  /** True where the panel is all that the page shows: its heading is then the page's own. */
  readonly wholePage = input(false, { transform: booleanAttribute });
  /** Lines of the skeleton, 1 to 20. */
  readonly rows = input(6);
  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
