import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionRunView } from '@trellis/contracts';
import { distressMoments, sessionSigns, type DistressMoment } from '@trellis/domain';
import { Card, CompartmentMark } from '@trellis/ui';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** Distress of each person, 0 to 10, entered by a therapist; pauses so far; what a clinician notices. */
@Component({
  selector: 'tr-distress-panel',
  imports: [Card, CompartmentMark, TranslocoPipe],
  templateUrl: './distress-panel.html',
  styleUrl: './distress-panel.css',
})
export class DistressPanel {
  readonly run = input.required<SessionRunView>();
  readonly part = input.required<string | null>();
  readonly #current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly sides = ['RP', 'BP'] as const;
  protected readonly moments = distressMoments;
  protected readonly signs = sessionSigns;
  protected readonly values = Array.from({ length: 11 }, (_, value) => value);
  /** The moment that fits the part; a therapist may choose another. */
  protected readonly moment = linkedSignal((): DistressMoment => momentOf(this.part()));
  protected readonly open = computed(() =>
    this.moments.filter((moment) => this.sides.some((side) => this.rated(side, moment) === null)),
  );

  protected rated(side: string, moment: string): number | null {
    return this.run().distress.find((one) => one.side === side && one.moment === moment)?.value ?? null;
  }

  protected async rate(side: 'RP' | 'BP', value: number): Promise<void> {
    await this.#current.send('put', 'run/distress', { side, moment: this.moment(), value }, 'run');
  }

  protected async notice(sign: string): Promise<void> {
    const signs = this.run().signs;
    const others = signs.filter((one) => one !== sign);
    await this.#current.send(
      'put',
      'run/signs',
      { signs: signs.includes(sign) ? others : [...others, sign] },
      'run',
    );
  }

  protected lasted(pause: { readonly from: string; readonly until: string | null }): number {
    const end = pause.until === null ? Date.now() : Date.parse(pause.until);
    return Math.max(0, Math.round((end - Date.parse(pause.from)) / 60_000));
  }
}

function momentOf(part: string | null): DistressMoment {
  if (part === 'CLOSE' || part === 'DEBRIEF_SEPARATE' || part === 'LEAVE_SEPARATE') return 'close';
  return part === 'BREAK_1' || part === 'CLARIFY' || part === 'BREAK_2' ? 'break_1' : 'start';
}
