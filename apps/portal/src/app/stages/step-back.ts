import { Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Card, ChoiceList, Field, type Option } from '@trellis/ui';
import type { Side } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';

/** The way back: at once. A reason may be kept for one's own side; the couple reads one sentence and no name. */
@Component({
  selector: 'tr-step-back',
  imports: [Button, Card, ChoiceList, Field, TranslocoPipe],
  template: `
    <tr-card [heading]="'stages.back.heading' | transloco">
      <form novalidate (submit)="save($event)">
        <p>{{ 'stages.back.what' | transloco }}</p>
        @if (targets().length > 1) {
          <tr-choice-list
            [legend]="'stages.back.to' | transloco"
            [options]="targets()"
            [value]="to()"
            (valueChange)="to.set($event)"
          />
        }
        <tr-field
          #text
          [label]="'stages.back.reason' | transloco"
          [optionalWord]="'stages.fact.optional' | transloco"
          [hint]="'stages.back.reasonHint' | transloco"
        >
          <textarea
            #area
            rows="3"
            maxlength="4000"
            autocomplete="off"
            [id]="text.id"
            [attr.aria-describedby]="text.describedBy"
            [value]="reason()"
            (input)="reason.set(area.value)"
          ></textarea>
        </tr-field>
        <div class="ends">
          <button trButton look="main" type="submit" [busy]="stages.attempt.busy()" [off]="to() === null">
            {{ 'stages.acts.back' | transloco }}
          </button>
          <button trButton look="quiet" type="button" (click)="closed.emit()">
            {{ 'stages.cancel' | transloco }}
          </button>
        </div>
      </form>
    </tr-card>
  `,
  styles: `
    form {
      display: grid;
      gap: 14px;
    }
    textarea {
      width: 100%;
    }
    .ends {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class StepBack {
  readonly closed = output();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly stages = inject(CoupleStages);
  protected readonly reason = signal('');
  protected readonly targets = computed((): readonly Option<'1' | '2'>[] =>
    (['2', '1'] as const)
      .filter((to) => Number(to) < (this.stages.view()?.stage ?? 1))
      .map((value) => ({ value, label: this.#words.say('stages.back.stage', { stage: value }) })),
  );
  protected readonly to = linkedSignal<'1' | '2' | null>(() => {
    const [only, other] = this.targets();
    return other === undefined ? (only?.value ?? null) : null;
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [to, reason, side] = [this.to(), this.reason().trim(), this.#side()];
    if (to === null || side === null) return;
    const words = reason === '' ? {} : { reason };
    if (!(await this.stages.back({ to: to === '1' ? 1 : 2, side, ...words }))) return;
    this.#announcer.say(this.#words.say('stages.back.done'));
    this.closed.emit();
  }

  /** A reason belongs to the side of a person before it belongs to joint work. */
  #side(): Side | null {
    const sides = this.stages.view()?.sides ?? [];
    return (['RP', 'BP', 'JOINT'] as const).find((side) => sides.includes(side)) ?? null;
  }
}
