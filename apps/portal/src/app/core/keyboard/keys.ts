import { DestroyRef, DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** One key a page listens to, with its word for the bar at the bottom (already translated key). */
export interface PageKey {
  /** `KeyboardEvent.key`, compared without case. */
  readonly key: string;
  /** Translation key of what it does. */
  readonly words: string;
  readonly press: () => void;
}

/** The keys of the page on screen. Nothing fires while someone types or a dialog is open. */
@Injectable()
export class Keys {
  readonly #document = inject(DOCUMENT);
  readonly #pages = signal<readonly (readonly PageKey[])[]>([]);
  readonly shown = this.#pages.asReadonly();

  constructor() {
    const listen = (event: KeyboardEvent): void => {
      this.#press(event);
    };
    this.#document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => {
      this.#document.removeEventListener('keydown', listen);
    });
  }

  /** Registers the keys of a page for as long as `until` lives. */
  add(keys: readonly PageKey[], until: DestroyRef): void {
    this.#pages.update((pages) => [...pages, keys]);
    until.onDestroy(() => {
      this.#pages.update((pages) => pages.filter((page) => page !== keys));
    });
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
      return;
    if (this.#document.querySelector('dialog[open]') !== null) return;
    const pressed = event.key.toLowerCase();
    if (pressed === 'enter' && isControl(event.target)) return;
    const match = this.#pages()
      .flat()
      .findLast(({ key }) => key.toLowerCase() === pressed);
    if (match === undefined) return;
    event.preventDefault();
    match.press();
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Enter belongs to the link or button that has the focus. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary') !== null;
}
