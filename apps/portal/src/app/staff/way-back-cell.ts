import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StaffMemberView } from '@trellis/contracts';
import { Button, Chip } from '@trellis/ui';

/** What stands of a colleague's way back, and what this viewer may do about it. Nothing for oneself. */
@Component({
  selector: 'tr-way-back-cell',
  imports: [Button, Chip, TranslocoPipe],
  template: `
    @if (member().wayBack; as way) {
      <tr-chip [tone]="way.state === 'open' ? 'leaf' : 'note'">
        {{ 'staff.wayBack.states.' + way.state | transloco }}
      </tr-chip>
      @if (way.mayAgree) {
        <button trButton small type="button" (click)="begin.emit()">
          {{ 'staff.wayBack.agree' | transloco }}
        </button>
      }
      <button trButton small type="button" [busy]="busy()" (click)="takeBack.emit(way.id)">
        {{ 'staff.wayBack.takeBack' | transloco }}
      </button>
    } @else if (member().active && !member().you) {
      <button trButton small type="button" (click)="begin.emit()">
        {{ 'staff.wayBack.begin' | transloco }}
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 6px;
      align-items: center;
    }
  `,
})
export class WayBackCell {
  readonly member = input.required<StaffMemberView>();
  readonly busy = input(false);
  readonly begin = output();
  readonly takeBack = output<string>();
}
