import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TouchPauseView } from '@trellis/contracts';
import { Announcer, Button, Note } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';

/** The pause of touch exercises: what it came from on one's own side, and what ends it. */
@Component({
  selector: 'tr-touch-card',
  imports: [Button, Note, TranslocoPipe],
  template: `
    <tr-note icon="pause">
      <b>{{ 'stages.touch.paused' | transloco: { when: since() } }}</b>
      @for (signal of signals(); track $index) {
        <p class="small">{{ signal }}</p>
      }
      <p class="small">{{ 'stages.touch.talks' | transloco }}</p>
      @for (gap of touch().gaps; track gap) {
        <p class="small">{{ 'stages.touch.gaps.' + gap | transloco: names() }}</p>
      }
      @if (touch().gaps.length === 0) {
        <button trButton type="button" [busy]="stages.attempt.busy()" (click)="lift()">
          {{ 'stages.touch.lift' | transloco }}
        </button>
      }
    </tr-note>
  `,
})
export class TouchCard {
  readonly touch = input.required<TouchPauseView>();
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly stages = inject(CoupleStages);
  protected readonly since = computed(() => this.#words.moment(this.touch().since, this.#zone()));
  protected readonly names = computed(() => ({
    RP: this.#couple.person('RP')?.name ?? '',
    BP: this.#couple.person('BP')?.name ?? '',
  }));
  protected readonly signals = computed(() =>
    this.touch().signals.map(({ side, trigger, at }) =>
      this.#words.say('stages.touch.signal', {
        name: this.names()[side],
        what: this.#words.say(`stages.triggers.${trigger}`),
        when: this.#words.moment(at, this.#zone()),
      }),
    ),
  );

  protected async lift(): Promise<void> {
    if (await this.stages.lift()) this.#announcer.say(this.#words.say('stages.touch.lifted'));
  }

  #zone(): string {
    return this.#couple.view()?.timeZone ?? 'UTC';
  }
}
