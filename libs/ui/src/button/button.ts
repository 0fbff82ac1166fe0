import { Component, ElementRef, booleanAttribute, inject, input } from '@angular/core';

export type ButtonLook = 'plain' | 'main' | 'quiet' | 'alarm';

/**
 * Trellis's look on a native button or link: `<button trButton look="main">`. One `main` per region; none
 * where someone answers about body, safety or consent. `busy` keeps the focus and says so to screen readers.
 */
@Component({
  selector: 'button[trButton], a[trButton]',
  host: {
    '[class]': 'look()',
    '[class.small]': 'small()',
    '[class.wide]': 'wide()',
    '[attr.aria-busy]': 'busy() ? true : null',
    '[attr.aria-disabled]': 'busy() || off() ? true : null',
  },
  template: `<ng-content />`,
  styleUrl: './button.css',
})
export class Button {
  readonly look = input<ButtonLook>('plain');
  readonly small = input(false, { transform: booleanAttribute });
  readonly wide = input(false, { transform: booleanAttribute });
  /** A request of this button is under way; further presses do nothing. */
  readonly busy = input(false, { transform: booleanAttribute });
  /** Not possible now; stays focusable so that the reason beside it can be found. */
  readonly off = input(false, { transform: booleanAttribute });

  constructor() {
    // In the capture phase, so that it comes before the listener of the page that uses the button.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    host.addEventListener(
      'click',
      (event) => {
        this.#hold(event);
      },
      { capture: true },
    );
  }

  #hold(event: Event): void {
    if (!this.busy() && !this.off()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
