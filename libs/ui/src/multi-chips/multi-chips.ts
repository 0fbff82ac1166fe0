import { Component, input, model } from '@angular/core';
import type { Option } from '../choice-list/option.js';

/** Any number of short answers, as many as fit. Native checkboxes underneath. */
@Component({
  selector: 'tr-multi-chips',
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>{{ legend() }}</legend>
      <div class="chips">
        @for (option of options(); track option.value) {
          <label>
            <input
              #box
              type="checkbox"
              [checked]="value().includes(option.value)"
              (change)="choose(option.value, box.checked)"
            />
            {{ option.label }}
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    legend {
      margin-bottom: 10px;
      font-weight: 600;
    }
    .chips {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
      gap: 8px;
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      min-height: max(44px, var(--choice-height) - 8px);
      padding: 4px 10px;
      line-height: 1.2;
      text-align: center;
      background: var(--surface);
      border: 1.5px solid var(--edge-soft);
      border-radius: 26px;
      cursor: pointer;
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    label:has(:checked) {
      font-weight: 600;
      background: var(--mine-soft, var(--leaf-soft));
      border-color: var(--mine, var(--leaf));
      box-shadow: inset 0 0 0 1.5px var(--mine, var(--leaf));
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    @media (forced-colors: active) {
      label:has(:checked) {
        outline: 3px solid Highlight;
      }
    }
  `,
})
export class MultiChips<T extends string | number = string> {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly describedBy = input<string | null>(null);
  /** The chosen values in the order of the options. */
  readonly value = model<readonly T[]>([]);

  protected choose(chosen: T, on: boolean): void {
    const values = this.options().map(({ value }) => value);
    this.value.update((before) => values.filter((value) => (value === chosen ? on : before.includes(value))));
  }
}
