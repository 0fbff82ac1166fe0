import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@trellis/ui';
import { OwnTrackers } from '../core/record/own-trackers';

/** On Today while the four-weekly questions are asked. Without them, or a connection, nothing; nobody is chased. */
@Component({
  selector: 'tr-closeness-row',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (due()) {
      <a class="row" routerLink="/closeness">
        <tr-icon name="pulse" />
        <span
          >{{ 'closeness.name' | transloco
          }}<span class="small">{{ 'closeness.today' | transloco }}</span></span
        >
        <tr-icon name="chevron-right" />
      </a>
    }
  `,
})
export class ClosenessRow {
  protected readonly due = signal(false);

  constructor() {
    inject(OwnTrackers)
      .due()
      .then(
        ({ due }) => {
          this.due.set(due);
        },
        () => undefined,
      );
  }
}
