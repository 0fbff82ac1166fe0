import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { Session } from '../core/session/session';

/** Whether somebody else uses the phone too, and who is told. A device with a PIN can say yes and not take it back. */
@Component({
  selector: 'tr-shared-device',
  imports: [Button, TranslocoPipe],
  template: `
    <h3>{{ 'record.devices.shared.heading' | transloco }}</h3>
    <p class="small">
      {{ (shared() ? 'record.devices.shared.yes' : 'record.devices.shared.no') | transloco: names() }}
    </p>
    @if (!shared() || full()) {
      <button trButton type="button" [busy]="busy()" (click)="said.emit(!shared())">
        {{ (shared() ? 'record.devices.shared.takeBack' : 'record.devices.shared.say') | transloco }}
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
export class SharedDevice {
  readonly shared = input.required<boolean>();
  /** A real factor was given. */
  readonly full = input(false);
  readonly busy = input(false);
  readonly said = output<boolean>();
  readonly #session = inject(Session);
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
}
