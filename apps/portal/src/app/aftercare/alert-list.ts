import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseAftercareView } from '@trellis/contracts';
import { Announcer, Button, Chip } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CaseAftercare } from './case-aftercare';

/** What was raised with the viewer's sides: open first. Somebody says that they have taken it up. */
@Component({
  selector: 'tr-alert-list',
  imports: [Button, Chip, TranslocoPipe],
  template: `
    <ul>
      @for (row of rows(); track row.id) {
        <li>
          <span>
            <b>{{ row.words }}</b>
            <span class="small">{{ row.when }}</span>
          </span>
          <tr-chip>{{ 'aftercare.sides.' + row.side | transloco }}</tr-chip>
          @if (row.open) {
            <button trButton small type="button" [busy]="aftercare.busy()" (click)="takeUp(row.id)">
              {{ 'aftercare.alerts.takeUp' | transloco }}
            </button>
          } @else {
            <span class="small">{{ 'aftercare.alerts.taken' | transloco }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 8px 16px;
      align-items: center;
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .small {
      display: block;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
      }
    }
  `,
})
export class AlertList {
  readonly view = input.required<CaseAftercareView>();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly rows = computed(() =>
    this.view().alerts.map((alert) => ({
      id: alert.id,
      side: alert.side,
      open: alert.acknowledgedAt === null,
      words: this.#words.say(`aftercare.alerts.kinds.${alert.kind}`),
      when: this.#words.moment(alert.raisedAt, this.view().timeZone),
    })),
  );

  protected async takeUp(id: string): Promise<void> {
    if (await this.aftercare.takeUp(id)) this.#announcer.say(this.#words.say('aftercare.alerts.taken'));
  }
}
