import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SlipView, TellSlipRequest } from '@trellis/contracts';
import { Button, ChoiceList, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { fieldOf, instantOfField } from './moments';
import { OwnAftercare } from './own-aftercare';
import { SlipChoices, hasMoment } from './slip-choices';

/** How the telling of one slip stands: to the own therapist, and to the partner. Nothing is sent to anybody. */
@Component({
  selector: 'tr-slip-telling',
  imports: [Button, ChoiceList, Field, ProblemNote, TranslocoPipe],
  template: `
    <details>
      <summary>{{ 'aftercare.slip.tell' | transloco }}</summary>
      <form (submit)="$event.preventDefault(); save()">
        <tr-choice-list
          [legend]="'aftercare.slip.partner' | transloco: names()"
          [options]="choices.tellings()"
          [value]="chosen()"
          (valueChange)="partner.set($event)"
        />
        @if (withMoment()) {
          <tr-field [label]="'aftercare.slip.partnerAt' | transloco" #at>
            <input
              type="datetime-local"
              [id]="at.id"
              [attr.aria-describedby]="at.describedBy"
              [value]="partnerAt()"
              (input)="partnerAt.set($any($event.target).value)"
            />
          </tr-field>
        }
        @if (slip().gaps.includes('therapist_not_told')) {
          <label>
            <input type="checkbox" [checked]="told()" (change)="told.set($any($event.target).checked)" />
            {{ 'aftercare.slip.therapistTold' | transloco: names() }}
          </label>
        }
        <tr-problem-note [problem]="attempt.problem()" />
        <button trButton type="submit" [busy]="attempt.busy()">
          {{ 'aftercare.slip.save' | transloco }}
        </button>
      </form>
    </details>
  `,
  styles: `
    form {
      display: grid;
      gap: 16px;
      padding-top: 12px;
    }
    summary {
      min-height: 44px;
      color: var(--leaf);
      font-weight: 600;
      cursor: pointer;
    }
    label {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: 44px;
    }
  `,
})
export class SlipTelling {
  readonly slip = input.required<SlipView>();
  readonly changed = output();
  readonly #clinic = inject(OwnAftercare);
  readonly #session = inject(Session);
  protected readonly choices = inject(SlipChoices);
  protected readonly attempt = new Attempt();
  protected readonly partner = signal<TellSlipRequest['partner'] | null>(null);
  protected readonly partnerAt = signal(fieldOf(new Date()));
  protected readonly told = signal(false);
  protected readonly chosen = computed(() => this.partner() ?? this.slip().partner);
  protected readonly withMoment = computed(() => hasMoment(this.chosen()));
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));

  protected async save(): Promise<void> {
    const slip = this.slip();
    const now = new Date().toISOString();
    const partnerAt = this.withMoment() ? instantOfField(this.partnerAt()) : null;
    const therapistToldAt = slip.therapistToldAt ?? (this.told() ? now : null);
    await this.attempt.run(async () => {
      await this.#clinic.tellSlip(slip, { partner: this.chosen(), partnerAt, therapistToldAt }, oneAct());
      this.changed.emit();
    });
  }
}
