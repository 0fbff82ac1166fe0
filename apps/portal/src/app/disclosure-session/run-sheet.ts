import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionRunView } from '@trellis/contracts';
import { sessionPlan } from '@trellis/domain';
import { SessionWords } from './session-words';

/** All parts in their order: those that were, the one that is, and the usual minutes of those to come. */
@Component({
  selector: 'tr-run-sheet',
  imports: [TranslocoPipe],
  template: `
    <ol>
      @for (one of rows(); track one.id) {
        <li [class]="one.standing" [attr.aria-current]="one.standing === 'here' ? 'step' : null">
          <span class="dot" aria-hidden="true"></span>
          <span
            ><b>{{ say.part(one.id) }}</b>
            <small>{{
              'disclosureSession.mode.usual' | transloco: { range: say.range(one.id) }
            }}</small></span
          >
          <span class="at">{{ one.at === null ? '' : say.time(one.at) }}</span>
        </li>
      }
    </ol>
    <p class="small">{{ 'disclosureSession.mode.heldToNone' | transloco }}</p>
  `,
  styleUrl: './run-sheet.css',
})
export class RunSheet {
  readonly run = input.required<SessionRunView>();
  readonly part = input.required<string | null>();
  protected readonly say = inject(SessionWords);
  protected readonly rows = computed(() =>
    sessionPlan.map(({ id }) => {
      const row = this.run().steps.find(({ step }) => step === id);
      const standing = id === this.part() ? 'here' : row === undefined ? 'ahead' : 'done';
      return { id, standing, at: row?.startedAt ?? null };
    }),
  );
}
