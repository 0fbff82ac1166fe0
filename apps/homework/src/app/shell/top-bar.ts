import { Location } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@trellis/ui';
import { filter, map } from 'rxjs';
import { QuickExit } from '../core/quick-exit';

const PAGES_WITHOUT_WAY_BACK = ['/today', '/writing', '/record', '/invite', '/sign-in', '/away', '/'];

/** Way back on the left where there is one; Help and Exit at the top right of every page. */
@Component({
  selector: 'tr-top-bar',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (place() !== '/away') {
      <header>
        @if (wayBack()) {
          <button class="back" type="button" (click)="back()">
            <tr-icon name="chevron-left" />{{ 'shell.back' | transloco }}
          </button>
        } @else {
          <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M3.5 12 12 3.5l8.5 8.5-8.5 8.5zM7.75 7.75l8.5 8.5M16.25 7.75l-8.5 8.5" />
          </svg>
        }
        <a class="help" routerLink="/help">{{ 'shell.help' | transloco }}</a>
        <button class="exit" type="button" (click)="exit.leave()">
          {{ 'shell.exit' | transloco }}<tr-icon name="door" />
        </button>
      </header>
    }
  `,
  styleUrl: './top-bar.css',
})
export class TopBar {
  readonly #location = inject(Location);
  readonly #router = inject(Router);
  protected readonly exit = inject(QuickExit);

  protected readonly place = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0] ?? '/'),
    ),
    { initialValue: '/' },
  );
  protected readonly wayBack = computed(() => !PAGES_WITHOUT_WAY_BACK.includes(this.place()));

  protected back(): void {
    // Opened straight from a link there is no page before this one: go to the first place instead.
    if (this.#router.lastSuccessfulNavigation()?.previousNavigation) this.#location.back();
    else void this.#router.navigateByUrl('/');
  }
}
