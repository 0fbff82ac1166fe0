import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Card, Field } from '@trellis/ui';
import { CurrentSession } from './current-session';

const reasons = ['clinical_risk', 'safety', 'legal', 'life_event', 'other'] as const;

/** Go or not today. A no needs no defence: its reason stays with the side of whoever says it. */
@Component({
  selector: 'tr-go-card',
  imports: [Button, Card, Field, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureSession.go.heading' | transloco">
      <p class="small">{{ 'disclosureSession.go.lead' | transloco }}</p>
      <div class="row">
        @if (lead()) {
          <button trButton look="main" type="button" [busy]="current.busy()" (click)="go()">
            {{ 'disclosureSession.go.go' | transloco }}
          </button>
        }
        <tr-field #why [label]="'disclosureSession.go.reason' | transloco">
          <select #whyInput [id]="why.id" (change)="reason.set(whyInput.value)">
            @for (one of reasons; track one) {
              <option [value]="one" [selected]="one === reason()">
                {{ 'disclosureSession.go.reasons.' + one | transloco }}
              </option>
            }
          </select>
        </tr-field>
        <button trButton type="button" [busy]="current.busy()" (click)="noGo('postpone')">
          {{ 'disclosureSession.go.postpone' | transloco }}
        </button>
        <button trButton type="button" [busy]="current.busy()" (click)="noGo('hold')">
          {{ 'disclosureSession.go.hold' | transloco }}
        </button>
      </div>
    </tr-card>
  `,
  styleUrl: './list-card.css',
})
export class GoCard {
  readonly coupleId = input.required<string>();
  readonly #router = inject(Router);
  protected readonly current = inject(CurrentSession);
  protected readonly reasons = reasons;
  protected readonly reason = signal<string>('other');
  protected readonly lead = computed(() => this.current.view()?.iLead ?? false);

  protected async go(): Promise<void> {
    if (await this.current.send('post', 'go', null, 'process'))
      await this.#router.navigate(['/session-mode', this.coupleId()]);
  }

  protected async noGo(kind: 'postpone' | 'hold'): Promise<void> {
    await this.current.send('post', 'no-go', { kind, reason: this.reason() }, 'process');
  }
}
