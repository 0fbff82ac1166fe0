import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../session/session';

interface Tab {
  /** Segment below the couple's address. */
  readonly path: string;
  readonly needs: string;
}

/** The areas of a disclosure, each an address of its own below the couple. */
const TABS: readonly Tab[] = [
  { path: 'disclosure', needs: 'disclosure.read' },
  { path: 'readiness', needs: 'disclosure.record' },
  { path: 'disclosure-document', needs: 'disclosure.record' },
  { path: 'questions', needs: 'disclosure.record' },
  { path: 'letters', needs: 'disclosure.record' },
  { path: 'disclosure-session', needs: 'disclosure.record' },
  { path: 'aftercare', needs: 'disclosure.read' },
];

/** Whether an address lies in one of the areas of a disclosure. */
export function isOfDisclosure(url: string): boolean {
  return TABS.some(({ path }) => new RegExp(`^/couples/[^/]+/${path}(/|\\?|#|$)`).test(url));
}

/** The second row of tabs, within the disclosure of a couple. */
@Component({
  selector: 'tr-disclosure-tabs',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav [attr.aria-label]="'disclosure.tabs.label' | transloco">
      @for (tab of tabs(); track tab.path) {
        <a
          [routerLink]="['/couples', coupleId(), tab.path]"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ 'disclosure.tabs.' + tab.path | transloco }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin-bottom: 16px;
      padding: 4px;
      background: var(--surface-2);
      border-radius: var(--radius);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 36px;
      padding: 0 12px;
      color: var(--ink-2);
      text-decoration: none;
      border-radius: var(--radius-s);
    }
    .here {
      color: var(--ink);
      font-weight: 600;
      background: var(--surface);
    }
  `,
})
export class DisclosureTabs {
  readonly coupleId = input.required<string>();
  readonly #session = inject(Session);
  protected readonly tabs = computed(() => TABS.filter(({ needs }) => this.#session.may(needs)));
}
