import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionRunView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** Opens the words to the partner's own screen for the time of the reading. Most partners listen, and that is enough. */
@Component({
  selector: 'tr-reading-switch',
  imports: [Button, TranslocoPipe],
  template: `
    <p class="small">
      {{
        until() === null
          ? ('disclosureSession.reading.closed' | transloco: { name: say.name('BP') })
          : ('disclosureSession.reading.open' | transloco: { name: say.name('BP'), time: say.time(until()!) })
      }}
    </p>
    <button trButton small type="button" [busy]="current.busy()" (click)="set(until() === null)">
      {{
        (until() === null ? 'disclosureSession.reading.allow' : 'disclosureSession.reading.close') | transloco
      }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: center;
    }
  `,
})
export class ReadingSwitch {
  readonly run = input.required<SessionRunView>();
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly until = computed(() => this.run().readingUntil);

  protected async set(allowed: boolean): Promise<void> {
    await this.current.send('put', 'run/reading', { allowed }, 'run');
  }
}
