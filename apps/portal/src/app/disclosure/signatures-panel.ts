import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Card, CompartmentMark, RefusalPanel, compartmentOfSide } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CoSignForm } from './co-sign-form';
import { DisclosureProcess } from './disclosure-process';
import { GateWords } from './gate-words';

const BY_SIGNATURE = ['readiness_signed', 'resume_signed', 'resume_treating', 'resume_cosigned'];

/** Signatures under readiness, or under going on after a pause: each therapist alone, in their own sign-in. */
@Component({
  selector: 'tr-signatures-panel',
  imports: [Button, Card, CoSignForm, CompartmentMark, RefusalPanel, TranslocoPipe],
  templateUrl: './signatures-panel.html',
  styles: `
    ul {
      display: grid;
      gap: 6px;
      margin-bottom: 12px;
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .acts {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    tr-refusal-panel {
      width: 100%;
    }
  `,
})
export class SignaturesPanel {
  readonly timeZone = input.required<string>();
  readonly #words = inject(Words);
  readonly #gates = inject(GateWords);
  readonly #announcer = inject(Announcer);
  protected readonly process = inject(DisclosureProcess);

  protected readonly purpose = computed((): 'readiness' | 'resume' | null => {
    const state = this.process.view()?.state;
    return state === 'PARTNER_THERAPIST_REVIEW' ? 'readiness' : state === 'ON_HOLD' ? 'resume' : null;
  });
  readonly #act = computed(() => {
    const event = this.purpose() === 'readiness' ? 'readiness_huddle_signed' : 'resume';
    return this.process.view()?.acts.find((one) => one.event === event) ?? null;
  });
  protected readonly mayAct = computed(() => this.#act() !== null);
  /** What nobody's signature closes; with any of it there is nothing to sign yet. */
  protected readonly gates = computed(() =>
    this.#gates.of((this.#act()?.gates ?? []).filter(({ guardId }) => !BY_SIGNATURE.includes(guardId))),
  );
  protected readonly asksSecond = computed(
    () => this.#act()?.gates.some(({ guardId }) => guardId === 'resume_cosigned') ?? false,
  );
  protected readonly rows = computed(() =>
    (this.process.view()?.signatures ?? [])
      .filter(({ purpose }) => purpose === this.purpose())
      .map(({ side, byName, at }) => ({
        of: compartmentOfSide[side],
        line: this.#words.say('disclosure.signatures.line', {
          name: byName,
          when: this.#words.moment(at, this.timeZone()),
        }),
      })),
  );

  protected async sign(purpose: 'readiness' | 'resume'): Promise<void> {
    if (await this.process.act('signatures', { purpose }))
      this.#announcer.say(this.#words.say('disclosure.signatures.done'));
  }
}
