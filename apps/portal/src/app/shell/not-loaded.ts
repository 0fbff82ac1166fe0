import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, StatePanel } from '@trellis/ui';
import { wantedPage } from '../core/page-not-loaded';

/** Shown where the script of a page did not come. Comes with the start itself: it has to be there when nothing else is. */
@Component({
  selector: 'tr-not-loaded',
  imports: [Button, StatePanel, TranslocoPipe],
  template: `
    <main>
      <tr-state-panel
        state="error"
        wholePage
        [heading]="'shell.notLoaded.heading' | transloco"
        [sentence]="'shell.notLoaded.sentence' | transloco"
      >
        <a trButton [href]="wanted">{{ 'shell.notLoaded.again' | transloco }}</a>
      </tr-state-panel>
    </main>
  `,
})
export class NotLoaded {
  // A link of the browser's own, not of the router: only a page loaded anew asks for a script again.
  protected readonly wanted = wantedPage();
}
