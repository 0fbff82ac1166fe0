import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';

export type NoteTone = 'look' | 'calm' | 'safety';

/** A boxed sentence: `look` (amber, needs a look), `calm` (leaf), `safety` (the only use of the alarm colour). */
@Component({
  selector: 'tr-note',
  imports: [Icon],
  host: { '[class]': 'tone()' },
  template: `
    <tr-icon [name]="icon()" />
    <div><ng-content /></div>
  `,
  styles: `
    :host {
      --tint: var(--note);
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 10px;
      padding: 12px 14px;
      border: 1px solid color-mix(in srgb, var(--tint) 28%, transparent);
      border-radius: var(--radius);
      background: var(--note-soft);
    }
    :host(.calm) {
      --tint: var(--leaf);
      background: var(--leaf-soft);
    }
    :host(.safety) {
      --tint: var(--alarm);
      background: var(--alarm-soft);
    }
    tr-icon {
      margin-top: 2px;
      color: var(--tint);
    }
  `,
})
export class Note {
  readonly tone = input<NoteTone>('look');
  readonly icon = input<IconName>('alert');
}
