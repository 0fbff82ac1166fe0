import { Component, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';

/** Takes words off this device after a second press: nobody else has them. */
@Component({
  selector: 'tr-take-off',
  imports: [Button, TranslocoPipe],
  template: `
    @if (sure()) {
      <p class="small">{{ 'writing.takeOff.sure' | transloco }}</p>
      <button trButton small type="button" (click)="gone.emit()">
        {{ 'writing.takeOff.yes' | transloco }}
      </button>
      <button trButton small type="button" (click)="sure.set(false)">
        {{ 'writing.takeOff.no' | transloco }}
      </button>
    } @else {
      <button trButton small type="button" (click)="sure.set(true)">
        {{ 'writing.takeOff.ask' | transloco }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class TakeOff {
  readonly gone = output();
  protected readonly sure = signal(false);
}
