import { Component, computed, inject, signal } from '@angular/core';
import type { CouplePersonView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { Session } from '../core/session/session';
import { CompartmentCard } from './compartment-card';
import { InvitationDialog } from './invitation-dialog';
import { PredictorSummary } from './predictor-summary';
import { SeparationCard } from './separation-card';

/** The three compartments side by side with who reads in each, and the predictors at a glance. */
@Component({
  selector: 'tr-overview-page',
  imports: [CompartmentCard, InvitationDialog, PredictorSummary, SeparationCard],
  template: `
    @if (couple.view(); as view) {
      <div class="overview" [class.alone]="!withPredictors()">
        <div class="three">
          @for (side of sides; track side) {
            <tr-compartment-card [couple]="view" [side]="side" (invite)="invited.set($event)" />
          }
        </div>
        @if (withPredictors()) {
          <tr-predictor-summary [coupleId]="view.id" />
        }
      </div>
      @if (maySeparate) {
        <tr-separation-card [coupleId]="view.id" />
      }
      @if (invited(); as person) {
        <tr-invitation-dialog [person]="person" (closed)="close($event)" />
      }
    }
  `,
  styleUrl: './overview-page.css',
})
export class OverviewPage {
  protected readonly couple = inject(CurrentCouple);
  readonly #session = inject(Session);
  protected readonly maySeparate = this.#session.may('couples.separate');
  protected readonly sides = ['RP', 'JOINT', 'BP'] as const;
  protected readonly invited = signal<CouplePersonView | null>(null);
  protected readonly withPredictors = computed(() => this.#session.may('predictors.read'));

  protected close(made: boolean): void {
    this.invited.set(null);
    if (made) this.couple.reload();
  }
}
