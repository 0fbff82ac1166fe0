import {
  Directive,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  Injector,
  input,
  untracked,
} from '@angular/core';

/**
 * On the heading of a page that changes in place: when the key changes, the page starts at its top and the
 * heading takes the focus, so that a screen reader says the new question. A heading that has just appeared takes
 * it too, unless the person's focus is somewhere already.
 */
@Directive({ selector: '[trTakeFocus]', host: { tabindex: '-1' } })
export class TakeFocus {
  readonly trTakeFocus = input.required<string | number>();
  readonly #heading = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);
  #before: string | number | null = null;

  constructor() {
    effect(() => {
      const key = this.trTakeFocus();
      const moved = this.#before !== null && this.#before !== key;
      this.#before = key;
      untracked(() => {
        this.#takeAfterRender(moved);
      });
    });
  }

  #takeAfterRender(moved: boolean): void {
    afterNextRender(
      () => {
        const { activeElement, body, defaultView } = this.#heading.ownerDocument;
        if (!moved && activeElement !== null && activeElement !== body) return;
        defaultView?.scrollTo(0, 0);
        this.#heading.focus({ preventScroll: true });
      },
      { injector: this.#injector },
    );
  }
}
