import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExportView } from '@trellis/contracts';
import { Button, Chip, Icon } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { downloadsLeft, shortChecksum } from './ledger-line';

/** What left the building: every export with who asked for it, how much it held and how often it was fetched. */
@Component({
  selector: 'tr-export-ledger',
  imports: [Button, Chip, Icon, TranslocoPipe],
  template: `
    <div class="ledger" tabindex="0" role="region" [attr.aria-label]="'reports.ledger.heading' | transloco">
      <table>
        <thead>
          <tr>
            @for (name of heads; track name) {
              <th scope="col" [class.number]="name === 'rows'">{{ 'reports.ledger.' + name | transloco }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.view.id) {
            <tr>
              <td>{{ line.when }}</td>
              <td>
                {{ 'reports.names.' + line.view.report | transloco }}, {{ line.view.format.toUpperCase() }}
              </td>
              <td>{{ line.view.requestedByName }}</td>
              <td class="number">{{ line.view.rowsTotal ?? line.view.rowsDone }}</td>
              <td>
                <code [title]="line.view.sha256 ?? ''">{{ line.checksum }}</code>
              </td>
              <td>
                @if (line.left > 0) {
                  <button
                    trButton
                    small
                    type="button"
                    [busy]="fetching() === line.view.id"
                    (click)="download.emit(line.view)"
                  >
                    <tr-icon name="download" />{{
                      'reports.ledger.download' | transloco: { left: line.left }
                    }}
                  </button>
                } @else {
                  <tr-chip tone="line">{{ 'reports.states.' + line.state | transloco }}</tr-chip>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class ExportLedger {
  readonly exports = input.required<readonly ExportView[]>();
  readonly timeZone = input.required<string>();
  readonly fetching = input<string | null>(null);
  readonly download = output<ExportView>();
  readonly #words = inject(Words);

  protected readonly heads = ['when', 'what', 'who', 'rows', 'checksum', 'file'] as const;
  protected readonly lines = computed(() => {
    const now = new Date();
    return this.exports().map((view) => {
      const left = downloadsLeft(view, now);
      const used = view.state === 'done' && view.expiresAt !== null && new Date(view.expiresAt) > now;
      return {
        view,
        left,
        state: used ? 'used' : view.state === 'done' ? 'expired' : view.state,
        when: this.#words.moment(view.createdAt, this.timeZone()),
        checksum: shortChecksum(view.sha256),
      };
    });
  });
}
