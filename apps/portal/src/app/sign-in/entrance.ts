import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '../core/i18n/languages';

/** Frame of the pages before the portal: the mark, one column, both languages. */
@Component({
  selector: 'tr-entrance',
  imports: [TranslocoPipe],
  template: `
    <header>
      <b>Trellis</b>
      <span class="languages" role="group" [attr.aria-label]="'signIn.language' | transloco">
        <button
          type="button"
          lang="en"
          [attr.aria-pressed]="languages.active() === 'en'"
          (click)="languages.use('en')"
        >
          English
        </button>
        <button
          type="button"
          lang="es"
          [attr.aria-pressed]="languages.active() === 'es'"
          (click)="languages.use('es')"
        >
          Español
        </button>
      </span>
    </header>
    <main><ng-content /></main>
  `,
  styles: `
    :host {
      display: grid;
      gap: 32px;
      align-content: start;
      width: min(560px, 100%);
      margin-inline: auto;
      padding: 40px 20px;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      font: 600 18px/1 var(--serif);
    }
    .languages {
      display: flex;
      gap: 12px;
      font: 400 13px/1 var(--sans);
    }
    .languages button {
      min-height: 24px;
      padding: 0;
      color: var(--ink-2);
      background: none;
      border: 0;
      cursor: pointer;
    }
    .languages button[aria-pressed='true'] {
      color: var(--ink);
      font-weight: 600;
    }
    main {
      display: grid;
      gap: 20px;
    }
    @media (pointer: coarse) {
      .languages button {
        min-height: 44px;
      }
    }
  `,
})
export class Entrance {
  protected readonly languages = inject(Languages);
}
