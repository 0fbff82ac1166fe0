import { Component } from '@angular/core';

/** What stands in the history after a quick exit: an empty page without a word or a picture. */
@Component({
  selector: 'tr-away',
  template: ``,
  styles: `
    :host {
      position: fixed;
      inset: 0;
      z-index: 50;
      background: var(--surface);
    }
  `,
})
export class Away {}
