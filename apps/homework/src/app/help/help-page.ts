import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@trellis/ui';
import { HelpLines } from '../core/help/help-lines';
import { OwnPage } from '../core/page/own-page';

/** People to talk to, before sign-in too. Opening it asks nothing of the server and leaves no trace there. */
@Component({
  selector: 'tr-help-page',
  imports: [HelpLines, Icon, OwnPage, RouterLink, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'help.strip' | transloco">
      <h1>{{ 'help.heading' | transloco }}</h1>
      <tr-help-lines />
      <p class="small">{{ 'help.elsewhere' | transloco }}</p>
      <p class="small">{{ 'help.notWatched' | transloco }}</p>
      <a class="row push" routerLink="/help/steady">
        <tr-icon name="ripple" />
        <span
          >{{ 'help.steady.name' | transloco
          }}<span class="small">{{ 'help.steady.nothingSaved' | transloco }}</span></span
        >
        <tr-icon name="chevron-right" />
      </a>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class HelpPage {}
