import { Component, input } from '@angular/core';

/** A key cap and what it does. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
}

/** All keys of a page in one line. Hidden on touch screens and narrow pages. */
@Component({
  selector: 'tr-key-bar',
  template: `
    @if (keys().length > 0) {
      <footer [attr.aria-label]="label()">
        @for (hint of keys(); track hint.key) {
          <span
            ><kbd>{{ hint.key }}</kbd> {{ hint.does }}</span
          >
        }
      </footer>
    }
  `,
  styles: `
    :host {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
    footer {
      display: flex;
      gap: 18px;
      align-items: center;
      height: 32px;
      padding: 0 24px;
      overflow: hidden;
      color: var(--ink-3);
      font-size: 12px;
      white-space: nowrap;
      background: var(--paper);
      border-top: 1px solid var(--line);
    }
    span {
      display: inline-flex;
      gap: 5px;
      align-items: center;
    }
    @media (pointer: coarse), (max-width: 600px), print {
      :host {
        display: none;
      }
    }
  `,
})
export class KeyBar {
  readonly label = input.required<string>();
  readonly keys = input.required<readonly KeyHint[]>();
}
