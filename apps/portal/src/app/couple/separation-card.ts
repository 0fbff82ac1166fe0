import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SeparationView } from '@trellis/contracts';
import { Button, Card, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion, oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';

/** Stops all sharing between the two people at once; begins it again once the therapists of both sides agreed. */
@Component({
  selector: 'tr-separation-card',
  imports: [Button, Card, Note, ProblemNote, StepUpDialog, TranslocoPipe],
  providers: [StepUp],
  templateUrl: './separation-card.html',
  styles: `
    tr-card {
      margin-top: 16px;
    }
    p + p,
    tr-note,
    button {
      margin-top: 10px;
    }
  `,
})
export class SeparationCard {
  readonly coupleId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #stepUp = inject(StepUp);
  readonly #couple = inject(CurrentCouple);
  readonly #mayReunite = inject(Session).may('couples.reunite');
  protected readonly attempt = new Attempt();
  protected readonly view = signal<SeparationView | null>(null);
  /** The act is asked for twice: it stops everything, and coming back needs two. */
  protected readonly sure = signal(false);
  protected readonly canAgree = computed(() => {
    const view = this.view();
    return this.#mayReunite && view?.mySides.some((side) => !view.agreed.includes(side)) === true;
  });

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.attempt.run(() => this.#load(coupleId)));
    });
  }

  protected change(act: 'separate' | 'reunite'): void {
    const view = this.view();
    if (view === null) return;
    const headers = { ...oneAct(), ...ifVersion(view.version) };
    const url = apiUrl(paths.clinic.couples, view.coupleId, act);
    void this.attempt.run(async () => {
      await this.#stepUp.run(async () => {
        this.view.set(await firstValueFrom(this.#http.post<SeparationView>(url, {}, { headers })));
        this.sure.set(false);
        this.#couple.reload();
      });
    });
  }

  async #load(coupleId: string): Promise<void> {
    const url = apiUrl(paths.clinic.couples, coupleId, 'separation');
    this.view.set(await firstValueFrom(this.#http.get<SeparationView>(url)));
  }
}
