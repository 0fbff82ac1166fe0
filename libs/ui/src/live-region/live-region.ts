import { Component, DestroyRef, effect, inject } from '@angular/core';
import { Announcer } from './announcer.js';

const SHOWN_FOR_MS = 6000;

/** Shows and speaks what the Announcer says, politely; gone after six seconds or on press. */
@Component({
  selector: 'tr-live-region',
  template: `
    <div aria-live="polite" aria-atomic="true">
      @if (announcer.message(); as message) {
        <button type="button" (click)="announcer.dismiss()">{{ message.text }}</button>
      }
    </div>
  `,
  styles: `
    div {
      position: fixed;
      inset: auto 16px calc(44px + env(safe-area-inset-bottom));
      z-index: 40;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    button {
      max-width: 40rem;
      min-height: 44px;
      padding: 8px 16px;
      color: var(--paper);
      text-align: left;
      background: var(--ink);
      border: 0;
      border-radius: 8px;
      box-shadow: var(--pop);
      cursor: pointer;
      pointer-events: auto;
    }
  `,
})
export class LiveRegion {
  protected readonly announcer = inject(Announcer);

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
    });
    effect(() => {
      clearTimeout(timer);
      if (this.announcer.message() === null) return;
      timer = setTimeout(() => {
        this.announcer.dismiss();
      }, SHOWN_FOR_MS);
    });
  }
}
