import { Component, booleanAttribute, input } from '@angular/core';

/** A surface with an optional heading; controls marked `cardEnd` stand at the end of the heading's line. */
@Component({
  selector: 'tr-card',
  template: `
    @if (heading()) {
      <header>
        <h2>{{ heading() }}</h2>
        <div class="end"><ng-content select="[cardEnd]" /></div>
      </header>
    }
    <div class="body" [class.flush]="flush()"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      min-height: 44px;
      padding: 6px 16px;
      border-bottom: 1px solid var(--line);
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      margin-left: auto;
    }
    .body {
      padding: 12px 16px 16px;
    }
    .flush {
      padding: 0;
      overflow-x: auto;
    }
  `,
})
export class Card {
  readonly heading = input('');
  /** Content reaches the edges, for tables and lists. */
  readonly flush = input(false, { transform: booleanAttribute });
}
