import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { Chip } from '../chip/chip.js';
import { CompartmentMark } from '../compartment-mark/compartment-mark.js';
import type { Compartment } from '../compartment-mark/compartment.js';

/** One gate that is not met: what it asks, what would meet it, who can act, and what is known so far. */
export interface UnmetGate {
  readonly id: string;
  readonly of: Compartment;
  readonly asks: string;
  readonly metBy: string;
  readonly who: string;
  readonly evidence?: string;
}

/**
 * A refusal with every unmet gate at once. It names what is missing and who can act, never who is at fault.
 * Takes the focus when it appears, so that the list is read from its beginning.
 */
@Component({
  selector: 'tr-refusal-panel',
  imports: [Chip, CompartmentMark],
  host: { tabindex: '-1', role: 'region', '[attr.aria-label]': 'heading()' },
  template: `
    <h2>{{ heading() }}</h2>
    @if (sentence()) {
      <p>{{ sentence() }}</p>
    }
    <ul>
      @for (gate of gates(); track gate.id) {
        <li>
          <tr-compartment-mark [of]="gate.of" />
          <div>
            <b>{{ gate.asks }}</b>
            <p class="small">{{ gate.metBy }}</p>
            @if (gate.evidence) {
              <p class="small">{{ gate.evidence }}</p>
            }
          </div>
          <tr-chip tone="line" icon="people">{{ gate.who }}</tr-chip>
        </li>
      }
    </ul>
    <ng-content />
  `,
  styles: `
    :host {
      container-type: inline-size;
      display: grid;
      gap: 8px;
      padding: 16px;
      background: var(--note-soft);
      border: 1px solid color-mix(in srgb, var(--note) 28%, transparent);
      border-radius: var(--radius);
    }
    ul {
      display: grid;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
    }
    li {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr) auto;
      gap: 4px 10px;
      align-items: start;
      padding: 10px 12px;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border-top: 0;
    }
    tr-compartment-mark {
      margin-top: 4px;
    }
    @container (max-width: 560px) {
      tr-chip {
        grid-column: 2;
        justify-self: start;
      }
    }
  `,
})
export class RefusalPanel {
  readonly heading = input.required<string>();
  readonly sentence = input('');
  readonly gates = input.required<readonly UnmetGate[]>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    effect(() => {
      if (this.gates().length > 0) host.nativeElement.focus();
    });
  }
}
