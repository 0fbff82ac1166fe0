import { Component, computed, input } from '@angular/core';
import { type IconName, iconPaths } from './icon-paths.js';

/** A line icon beside words that say the same; hidden from screen readers. */
@Component({
  selector: 'tr-icon',
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 24 24"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: var(--icon-size, var(--icon, 16px));
      height: var(--icon-size, var(--icon, 16px));
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => iconPaths[this.name()]);
}
