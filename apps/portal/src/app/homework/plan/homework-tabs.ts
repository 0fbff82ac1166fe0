import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** The three views of a couple's homework: what came in, the plan, and plans that are ready. */
@Component({
  selector: 'tr-homework-tabs',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav [attr.aria-label]="'plans.tabs.label' | transloco">
      @for (tab of tabs; track tab.path) {
        <a
          [routerLink]="['/couples', coupleId(), 'homework'].concat(tab.path === '' ? [] : [tab.path])"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="whole"
          >{{ 'plans.tabs.' + tab.words | transloco }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 16px;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 30px;
      padding: 0 12px;
      color: var(--ink-2);
      text-decoration: none;
      border: 1px solid var(--line);
      border-radius: 16px;
    }
    a.here {
      color: var(--ink);
      font-weight: 600;
      background: var(--leaf-soft);
      border-color: var(--leaf);
    }
    @media (pointer: coarse) {
      a {
        min-height: 44px;
        border-radius: 22px;
      }
    }
  `,
})
export class HomeworkTabs {
  readonly coupleId = input.required<string>();
  protected readonly tabs = [
    { path: '', words: 'tasks' },
    { path: 'plan', words: 'plan' },
    { path: 'ready-plans', words: 'ready' },
  ];
  /** The open task stands in the query of the address. */
  protected readonly whole = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
}
