import { Component, input } from '@angular/core';
import { CompartmentMark } from '../compartment-mark/compartment-mark.js';
import type { Compartment } from '../compartment-mark/compartment.js';
import { Icon } from '../icon/icon.js';

/** Who reads a page, as sentences in the reader's language. `label` is "Can read" or "Cannot". */
export interface ReaderLine {
  readonly label: string;
  readonly who: string;
}

/** Always in view on a page that holds words: shape, words and colour; unfolds to the names. */
@Component({
  selector: 'tr-reader-strip',
  imports: [CompartmentMark, Icon],
  host: { '[class]': 'of()' },
  template: `
    <aside [attr.aria-label]="label()">
      @if (readers().length > 0) {
        <details>
          <summary>
            <tr-compartment-mark [of]="of()" />
            <span
              >{{ sentence() }} <b>{{ strong() }}</b></span
            >
            <tr-icon class="turn" name="chevron-down" />
          </summary>
          <ul>
            @for (line of readers(); track $index) {
              <li>
                <span class="key">{{ line.label }}</span> <span>{{ line.who }}</span>
              </li>
            }
            @if (footnote()) {
              <li class="full">{{ footnote() }}</li>
            }
          </ul>
        </details>
      } @else {
        <p>
          <tr-compartment-mark [of]="of()" />
          <span
            >{{ sentence() }} <b>{{ strong() }}</b></span
          >
        </p>
      }
    </aside>
  `,
  styleUrl: './reader-strip.css',
})
export class ReaderStrip {
  readonly of = input.required<Compartment>();
  /** Name of the region for screen readers: "Who can read this". */
  readonly label = input.required<string>();
  readonly sentence = input.required<string>();
  /** The part of the sentence that must not be overlooked: "Rowan cannot see it." */
  readonly strong = input('');
  readonly readers = input<readonly ReaderLine[]>([]);
  readonly footnote = input('');
}
