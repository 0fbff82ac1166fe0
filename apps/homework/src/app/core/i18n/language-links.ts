import { Component, inject } from '@angular/core';
import { type Language, Languages } from './languages';

const NAMES: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'es', name: 'Español' },
];

/** Switches the language on the spot; each language is named in itself. */
@Component({
  selector: 'tr-language-links',
  template: `
    @for (one of names; track one.language) {
      <button
        type="button"
        [attr.lang]="one.language"
        [attr.aria-pressed]="languages.active() === one.language"
        (click)="languages.use(one.language)"
      >
        {{ one.name }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 4px;
      justify-content: center;
    }
    button {
      min-height: 48px;
      padding: 0 12px;
      color: var(--ink-2);
      text-decoration: underline;
      text-decoration-color: var(--edge);
      background: none;
      border: 0;
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      color: var(--ink);
      font-weight: 600;
      text-decoration: none;
    }
  `,
})
export class LanguageLinks {
  protected readonly languages = inject(Languages);
  protected readonly names = NAMES;
}
