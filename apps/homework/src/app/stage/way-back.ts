import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import type { StageActs } from './next-stage';
import { OwnStage } from './own-stage';

/** Back a stage, at once and without a reason; asked once more, since it holds for both. */
@Component({
  selector: 'tr-way-back',
  imports: [Button, TranslocoPipe],
  template: `
    <section class="stack">
      <h2>{{ 'stage.back.heading' | transloco }}</h2>
      <p>{{ 'stage.back.what' | transloco }}</p>
      @if (sure()) {
        <button trButton wide type="button" [busy]="busy()" (click)="go()">
          {{ 'stage.back.sure' | transloco }}
        </button>
        <button trButton wide look="quiet" type="button" (click)="sure.set(false)">
          {{ 'stage.back.stay' | transloco }}
        </button>
      } @else {
        <button trButton wide type="button" (click)="sure.set(true)">
          {{ 'stage.back.go' | transloco: { to: stage() - 1 } }}
        </button>
      }
    </section>
  `,
  styleUrl: './stage-page.css',
})
export class WayBack {
  readonly stage = input.required<1 | 2 | 3>();
  readonly busy = input(false);
  readonly page = input.required<StageActs>();
  readonly #own = inject(OwnStage);
  protected readonly sure = signal(false);

  protected async go(): Promise<void> {
    const to = this.stage() === 3 ? 2 : 1;
    await this.page().take(() => this.#own.back(to), 'stage.back.done');
    this.sure.set(false);
  }
}
