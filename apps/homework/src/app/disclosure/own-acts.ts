import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnDisclosureView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { TakeFocus } from '../core/page/take-focus';
import type { OwnAct } from './own-disclosure';

/** What a person may say at any time: no, not today, let us pause. No reason is asked for, and none is kept. */
@Component({
  selector: 'tr-own-acts',
  imports: [Button, TakeFocus, TranslocoPipe],
  template: `
    @if (asked(); as act) {
      <section>
        <h2 [trTakeFocus]="act">{{ 'disclosure.acts.' + act + '.ask' | transloco }}</h2>
        <p>{{ 'disclosure.acts.' + act + '.what' | transloco }}</p>
        <button trButton look="main" wide type="button" [busy]="busy()" (click)="say(act)">
          {{ 'disclosure.acts.' + act + '.yes' | transloco }}
        </button>
        <button trButton wide type="button" (click)="asked.set(null)">
          {{ 'disclosure.acts.back' | transloco }}
        </button>
      </section>
    } @else if (open().length > 0) {
      <section>
        <h2>{{ 'disclosure.acts.heading' | transloco }}</h2>
        <p class="small">{{ 'disclosure.acts.dignity' | transloco }}</p>
        @for (act of open(); track act) {
          <button trButton wide type="button" (click)="asked.set(act)">
            {{ 'disclosure.acts.' + act + '.name' | transloco }}
          </button>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 10px;
    }
  `,
})
export class OwnActs {
  readonly view = input.required<OwnDisclosureView>();
  readonly busy = input(false);
  readonly act = output<{ act: OwnAct; said: string }>();
  readonly #transloco = inject(TranslocoService);
  protected readonly asked = signal<OwnAct | null>(null);
  protected readonly open = computed((): readonly OwnAct[] => {
    const { mayPause, maySayNoGo, mayStop } = this.view();
    return [
      ...(mayPause ? (['pause'] as const) : []),
      ...(maySayNoGo ? (['no-go'] as const) : []),
      ...(mayStop ? (['stop'] as const) : []),
    ];
  });

  protected say(act: OwnAct): void {
    this.asked.set(null);
    this.act.emit({ act, said: this.#transloco.translate<string>(`disclosure.acts.${act}.done`) });
  }
}
