import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';

/** An address that leads nowhere, and one that is not this person's: the two look the same. */
@Component({
  selector: 'tr-not-found',
  imports: [Button, RouterLink, TranslocoPipe],
  template: `
    <main class="one-page">
      <div class="calm">
        <h1>{{ 'shell.notFound.heading' | transloco }}</h1>
        <p class="lede">{{ 'shell.notFound.sentence' | transloco }}</p>
      </div>
      <a trButton wide class="push" routerLink="/today">{{ 'shell.notFound.toToday' | transloco }}</a>
    </main>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class NotFound {}
