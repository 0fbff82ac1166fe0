import { Component, input } from '@angular/core';

/** One line of a tracker: its name, and a value for each day. */
export interface TrackerRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/** Values of a tracker over time, oldest first. There is no total and no colour. */
@Component({
  selector: 'tr-tracker-table',
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="name()">
      <table>
        <caption class="small">
          {{
            name()
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            @for (day of days(); track $index) {
              <th scope="col">{{ day }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.name) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              @for (cell of row.cells; track $index) {
                <td>{{ cell }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
    caption {
      padding-bottom: 4px;
      text-align: left;
    }
    th,
    td {
      padding: 4px 10px 4px 0;
      font-weight: 400;
      text-align: right;
      white-space: nowrap;
      border-top: 1px solid var(--line);
    }
    th[scope='row'] {
      font-weight: 600;
      text-align: left;
    }
  `,
})
export class TrackerTable {
  readonly name = input.required<string>();
  readonly days = input.required<readonly string[]>();
  readonly rows = input.required<readonly TrackerRow[]>();
}
