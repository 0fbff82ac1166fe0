import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CopyBox, Passkeys } from '@trellis/ui';

/** A second passkey, here or on another device by a code that is shown this once. */
@Component({
  selector: 'tr-further-passkey',
  imports: [Button, CopyBox, TranslocoPipe],
  template: `
    <h3>{{ 'record.devices.add.heading' | transloco }}</h3>
    @if (code() === '') {
      <p class="small">{{ 'record.devices.add.sentence' | transloco }}</p>
      @if (passkeys.work) {
        <button trButton type="button" [busy]="busy()" (click)="here.emit()">
          {{ 'record.devices.add.here' | transloco }}
        </button>
      }
      <button trButton type="button" [busy]="busy()" (click)="there.emit()">
        {{ 'record.devices.add.there' | transloco }}
      </button>
    } @else {
      <div class="stack-s">
        <p class="small">{{ 'record.devices.add.code' | transloco }}</p>
        <tr-copy-box look="code">{{ code() }}</tr-copy-box>
        <p class="small">{{ 'record.devices.add.once' | transloco }}</p>
      </div>
      <button trButton type="button" (click)="done.emit()">
        {{ 'record.devices.add.done' | transloco }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    h3 {
      margin-top: 12px;
      font-size: 1.1875rem;
      font-weight: 600;
      line-height: 1.3;
    }
  `,
})
export class FurtherPasskey {
  readonly busy = input(false);
  /** '' until one was asked for. */
  readonly code = input('');
  readonly here = output();
  readonly there = output();
  readonly done = output();
  protected readonly passkeys = inject(Passkeys);
}
