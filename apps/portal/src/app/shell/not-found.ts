import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, StatePanel } from '@trellis/ui';

/** Shown for an address that leads nowhere, and for what this person may not see: the two look the same. */
@Component({
  selector: 'tr-not-found',
  imports: [Button, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-state-panel
      state="empty"
      wholePage
      icon="search"
      [heading]="'shell.notFound.heading' | transloco"
      [sentence]="'shell.notFound.sentence' | transloco"
    >
      <a trButton routerLink="/">{{ 'shell.notFound.home' | transloco }}</a>
    </tr-state-panel>
  `,
})
export class NotFound {}
