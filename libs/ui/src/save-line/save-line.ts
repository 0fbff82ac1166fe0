import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';

/** Where a text is: only here so far, on its way, with the clinic, waiting for the network, or in two versions. */
export type SavePlace = 'page' | 'sending' | 'device' | 'clinic' | 'offline' | 'two';

const ICONS: Readonly<Record<SavePlace, IconName>> = {
  page: 'pen',
  sending: 'cloud-check',
  device: 'device',
  clinic: 'cloud-check',
  offline: 'network-off',
  two: 'two-texts',
};

/** Says where the text is, in the caller's words; never claims the clinic before the server has said so. */
@Component({
  selector: 'tr-save-line',
  imports: [Icon],
  host: { '[class]': 'place()' },
  template: `
    <tr-icon [name]="icon()" />
    <p role="status">
      {{ sentence() }}
      @if (detail()) {
        <span class="small">{{ detail() }}</span>
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 10px;
      align-items: center;
      min-height: 40px;
      font-size: var(--small-size);
      line-height: 1.3;
    }
    tr-icon {
      color: var(--ink-2);
    }
    :host(.clinic) tr-icon {
      color: var(--leaf);
    }
    :host(.offline),
    :host(.two) {
      padding: 4px 10px;
      background: var(--note-soft);
      border-radius: var(--radius-s);
    }
    span {
      display: block;
    }
  `,
})
export class SaveLine {
  readonly place = input.required<SavePlace>();
  /** "Saved with your clinic" */
  readonly sentence = input.required<string>();
  /** "Just now" */
  readonly detail = input('');
  protected readonly icon = computed(() => ICONS[this.place()]);
}
