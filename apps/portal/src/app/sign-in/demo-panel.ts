import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import type { DemoStaff } from './staff-sign-in';

/** Staff of the demo clinic; choosing one fills the form, which is then sent like any other. */
@Component({
  selector: 'tr-demo-panel',
  imports: [Button, TranslocoPipe],
  template: `
    <aside [attr.aria-label]="'signIn.demo.heading' | transloco">
      <h2>{{ 'signIn.demo.heading' | transloco }}</h2>
      <p class="small">{{ 'signIn.demo.sentence' | transloco }}</p>
      <ul>
        @for (member of staff(); track member.email) {
          <li>
            <button trButton type="button" (click)="choose.emit(member)">
              <span>{{ member.name }}</span>
              <span class="small">{{ 'shell.roles.' + member.role | transloco }}</span>
            </button>
          </li>
        }
      </ul>
    </aside>
  `,
  styles: `
    aside {
      padding: 12px 14px;
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }
    h2 {
      font-size: 14px;
      line-height: 20px;
    }
    ul {
      display: grid;
      gap: 6px;
      margin-top: 10px;
    }
    button {
      width: 100%;
      justify-content: space-between;
      font-size: 13px;
    }
    .small {
      font-weight: 400;
    }
  `,
})
export class DemoPanel {
  readonly staff = input.required<readonly DemoStaff[]>();
  readonly choose = output<DemoStaff>();
}
