import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AftercareContactView, CaseAftercareView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CaseAftercare } from './case-aftercare';

const contacts: readonly AftercareContactView['contact'][] = [
  'departure',
  'h24',
  'h72',
  'd7',
  'd14',
  'd28',
  'letter',
];
const sides = ['RP', 'BP'] as const;

/** Contacts with each person: when they were made, and a button for those of the viewer's own side. */
@Component({
  selector: 'tr-contact-table',
  imports: [Button, TranslocoPipe],
  template: `
    <table>
      <caption class="small">
        {{
          missing()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'aftercare.contacts.contact' | transloco }}</th>
          @for (name of names(); track $index) {
            <th scope="col">{{ name }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.contact) {
          <tr>
            <th scope="row">{{ 'aftercare.contacts.names.' + row.contact | transloco }}</th>
            @for (cell of row.cells; track cell.side) {
              <td>
                @if (cell.madeAt) {
                  {{ cell.madeAt }}
                } @else if (cell.mine) {
                  <button
                    trButton
                    small
                    type="button"
                    [busy]="aftercare.busy()"
                    (click)="record(cell.side, row.contact)"
                  >
                    {{ 'aftercare.contacts.record' | transloco }}
                  </button>
                } @else {
                  <span class="small">{{ 'aftercare.contacts.notYet' | transloco }}</span>
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
    }
    caption {
      padding: 8px 16px;
      text-align: start;
    }
    th,
    td {
      padding: 8px 16px;
      border-bottom: 1px solid var(--line);
      text-align: start;
      vertical-align: middle;
    }
    th[scope='row'] {
      font-weight: 500;
    }
  `,
})
export class ContactTable {
  readonly view = input.required<CaseAftercareView>();
  readonly #words = inject(Words);
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly names = computed(() =>
    sides.map((side) => this.#couple.person(side)?.name ?? this.#words.say(`aftercare.sides.${side}`)),
  );
  protected readonly missing = computed(() => {
    const { departure, timeZone } = this.view();
    if (departure === null) return '';
    if (departure.missing.length === 0) return this.#words.say('aftercare.contacts.bothSafe');
    const who = this.#words.list(departure.missing.map((side) => this.names()[sides.indexOf(side)] ?? ''));
    const by = this.#words.moment(departure.by, timeZone);
    return this.#words.say('aftercare.contacts.missing', { who, by });
  });
  protected readonly rows = computed(() => {
    const { contacts: made, timeZone, sides: mine } = this.view();
    return contacts.map((contact) => ({
      contact,
      cells: sides.map((side) => {
        const found = made.findLast((one) => one.side === side && one.contact === contact);
        const madeAt = found === undefined ? null : this.#words.moment(found.madeAt, timeZone);
        return { side, madeAt, mine: mine.includes(side) || (contact === 'departure' && this.#lead()) };
      }),
    }));
  });

  protected async record(side: 'RP' | 'BP', contact: AftercareContactView['contact']): Promise<void> {
    if (await this.aftercare.contact({ side, contact }))
      this.#announcer.say(this.#words.say('aftercare.contacts.recorded'));
  }

  /** Whether the viewer leads the couple's care; the server decides again. */
  #lead(): boolean {
    const view = this.#couple.view();
    return view?.careTeam.some(({ lead, side }) => lead && view.mySides.includes(side)) ?? false;
  }
}
