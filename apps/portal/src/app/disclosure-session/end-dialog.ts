import { Component, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionRunView } from '@trellis/contracts';
import { Button, Dialog } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** Ends the session: first the ways home are confirmed, then it ends, as planned or early. */
@Component({
  selector: 'tr-end-dialog',
  imports: [Button, Dialog, ProblemNote, TranslocoPipe],
  template: `
    <tr-dialog
      [heading]="'disclosureSession.end.heading' | transloco"
      [open]="open()"
      (openChange)="leave($event)"
    >
      <p>{{ 'disclosureSession.end.lead' | transloco }}</p>
      <p>
        @if (run()?.departureConfirmedAt; as at) {
          {{ 'disclosureSession.end.confirmed' | transloco: { time: say.time(at) } }}
        } @else {
          <button trButton type="button" [busy]="current.busy()" (click)="confirm()">
            {{ 'disclosureSession.end.confirm' | transloco }}
          </button>
        }
      </p>
      <tr-problem-note [problem]="current.problem()" />
      <button dialogEnd trButton look="quiet" type="button" (click)="leave(false)">
        {{ 'disclosureSession.end.back' | transloco }}
      </button>
      <button dialogEnd trButton type="button" [off]="notYet()" [busy]="current.busy()" (click)="end(true)">
        {{ 'disclosureSession.end.early' | transloco }}
      </button>
      <button dialogEnd trButton type="button" [off]="notYet()" [busy]="current.busy()" (click)="end(false)">
        {{ 'disclosureSession.end.end' | transloco }}
      </button>
    </tr-dialog>
  `,
})
export class EndDialog {
  readonly run = input.required<SessionRunView | null>();
  readonly closed = output();
  readonly #router = inject(Router);
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly open = signal(true);

  protected notYet(): boolean {
    return this.run()?.departureConfirmedAt == null;
  }

  protected async confirm(): Promise<void> {
    await this.current.send('post', 'run/departure', null, 'run');
  }

  protected async end(early: boolean): Promise<void> {
    if (!(await this.current.send('post', 'end', { early }, 'process'))) return;
    this.leave(false);
    await this.#router.navigate(['/couples', this.current.view()?.coupleId ?? '', 'disclosure-session']);
  }

  protected leave(open: boolean): void {
    this.open.set(open);
    if (!open) this.closed.emit();
  }
}
