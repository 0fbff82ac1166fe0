import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';

/** Tones of a chip: `note` needs a look, `leaf` is well, `seam` is joint or opened, `alarm` is safety only. */
export type ChipTone = 'plain' | 'line' | 'note' | 'leaf' | 'seam' | 'alarm';

/** A short word about a thing, never about a person's worth: "Draft to answer", "Team review". */
@Component({
  selector: 'tr-chip',
  imports: [Icon],
  host: { '[class]': 'tone()' },
  template: `
    @if (icon(); as name) {
      <tr-icon [name]="name" />
    }
    <ng-content />
  `,
  styles: `
    :host {
      --icon-size: 12px;
      display: inline-flex;
      gap: 5px;
      align-items: center;
      min-height: 20px;
      padding: 0 8px;
      color: var(--ink-2);
      font-size: var(--small-size);
      line-height: 20px;
      white-space: nowrap;
      background: var(--surface-2);
      border-radius: 10px;
    }
    :host(.line) {
      background: none;
      box-shadow: inset 0 0 0 1px var(--line);
    }
    :host(.note) {
      color: var(--note);
      background: var(--note-soft);
    }
    :host(.leaf) {
      color: var(--leaf);
      background: var(--leaf-soft);
    }
    :host(.seam) {
      color: var(--seam-ink);
      background: var(--seam-soft);
    }
    :host(.alarm) {
      color: var(--alarm);
      background: var(--alarm-soft);
    }
  `,
})
export class Chip {
  readonly tone = input<ChipTone>('plain');
  readonly icon = input<IconName | null>(null);
}
