import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, type IconName } from '@trellis/ui';

const PLACES: readonly { readonly path: string; readonly words: string; readonly icon: IconName }[] = [
  { path: '/today', words: 'shell.today', icon: 'sunrise' },
  { path: '/writing', words: 'shell.writing', icon: 'book' },
  { path: '/record', words: 'shell.record', icon: 'lock' },
];

/** Frame of the three places, always named in words, at the foot of the screen. */
@Component({
  selector: 'tr-places',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  template: `
    <div class="page"><router-outlet /></div>
    <nav [attr.aria-label]="'shell.places' | transloco">
      @for (place of places; track place.path) {
        <a [routerLink]="place.path" routerLinkActive="here" ariaCurrentWhenActive="page">
          <tr-icon [name]="place.icon" />{{ place.words | transloco }}
        </a>
      }
    </nav>
  `,
  styleUrl: './places.css',
})
export class Places {
  protected readonly places = PLACES;
}
