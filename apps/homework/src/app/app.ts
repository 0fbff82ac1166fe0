import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LiveRegion } from '@trellis/ui';
import { QuickExit } from './core/quick-exit';
import { IdleLock } from './core/session/idle-lock';
import { TopBar } from './shell/top-bar';

/** Exit and Help stay at the same corner on every page, before sign-in too. */
@Component({
  selector: 'app-root',
  imports: [LiveRegion, RouterOutlet, TopBar, TranslocoPipe],
  template: `
    <a class="skip" href="#page">{{ 'shell.skip' | transloco }}</a>
    <tr-top-bar />
    <div class="page" id="page" tabindex="-1"><router-outlet /></div>
    <tr-live-region />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
    }
    .page {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    .page:focus-visible {
      outline: none;
    }
    .skip {
      position: absolute;
      left: -999em;
    }
    .skip:focus {
      left: 12px;
      top: 8px;
      z-index: 30;
      padding: 10px 14px;
      background: var(--surface);
    }
  `,
})
export class App {
  constructor() {
    inject(QuickExit).watch();
    inject(IdleLock).watch();
  }
}
