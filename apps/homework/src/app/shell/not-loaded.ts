import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { wantedPage } from '../core/page-not-loaded';

/** Shown where the script of a page did not come. Comes with the start itself: it has to be there when nothing else is. */
@Component({
  selector: 'tr-not-loaded',
  imports: [Button, TranslocoPipe],
  template: `
    <main class="one-page">
      <div class="calm" role="alert">
        <h1>{{ 'shell.notLoaded.heading' | transloco }}</h1>
        <p class="lede">{{ 'shell.notLoaded.sentence' | transloco }}</p>
      </div>
      <a trButton wide class="push" [href]="wanted">{{ 'shell.notLoaded.again' | transloco }}</a>
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
export class NotLoaded {
  // A link of the browser's own, not of the router: only a page loaded anew asks for a script again.
  protected readonly wanted = wantedPage();
}
