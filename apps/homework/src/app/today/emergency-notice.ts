import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@trellis/ui';
import { OwnEmergencies } from '../core/record/own-emergencies';
import { Session } from '../core/session/session';

/** On Today until it has been read: the record was opened in an emergency, and where to see by whom. */
@Component({
  selector: 'tr-emergency-notice',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (own.hasNew()) {
      <a class="row" routerLink="/record">
        <tr-icon name="eye" />
        <span
          >{{ 'today.emergency.heading' | transloco
          }}<span class="small">{{ 'today.emergency.where' | transloco }}</span></span
        >
        <tr-icon name="chevron-right" />
      </a>
    }
  `,
})
export class EmergencyNotice {
  protected readonly own = inject(OwnEmergencies);

  constructor() {
    // A device with a PIN is not told: whoever holds it may not be the person.
    if (inject(Session).level() === 'full') void this.own.load();
  }
}
