import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@trellis/ui';
import { OwnFeedback } from '../core/record/own-feedback';

/** On Today while there are words of the therapist that were not read yet. Without them, or a connection, nothing. */
@Component({
  selector: 'tr-feedback-row',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (unread()) {
      <a class="row" routerLink="/feedback">
        <tr-icon name="speech" />
        <span
          >{{ 'feedback.today.heading' | transloco
          }}<span class="small">{{ 'feedback.today.sentence' | transloco }}</span></span
        >
        <tr-icon name="chevron-right" />
      </a>
    }
  `,
})
export class FeedbackRow {
  protected readonly unread = signal(false);

  constructor() {
    inject(OwnFeedback)
      .list()
      .then(
        ({ items }) => {
          this.unread.set(items.some((one) => one.unread));
        },
        () => undefined,
      );
  }
}
