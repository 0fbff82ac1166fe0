import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnAftercareView } from '@trellis/contracts';
import { Button, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { Moments, fieldOf, instantOfField } from './moments';
import { OwnAftercare } from './own-aftercare';

/** Something I left out: to the own therapist alone, in words or as "I tell it when we talk". */
@Component({
  selector: 'tr-left-out-page',
  imports: [Button, Field, OwnPage, ProblemNote, RouterLink, TakeFocus, TranslocoPipe],
  templateUrl: './left-out-page.html',
  styleUrl: './one-thing.css',
})
export class LeftOutPage {
  readonly #clinic = inject(OwnAftercare);
  readonly #session = inject(Session);
  readonly #moments = inject(Moments);
  #act = oneAct();
  protected readonly attempt = new Attempt();
  protected readonly after = signal<OwnAftercareView | null>(null);
  protected readonly words = signal('');
  protected readonly recalled = signal(fieldOf(new Date()));
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
    by: this.#by(),
  }));

  protected async send(withWords: boolean): Promise<void> {
    const words = this.words().trim();
    if (withWords && words === '') return;
    await this.attempt.run(async () => {
      const recalledAt = instantOfField(this.recalled()) ?? new Date().toISOString();
      this.after.set(await this.#clinic.leftOut({ recalledAt, words: withWords ? words : null }, this.#act));
      this.words.set('');
      this.#act = oneAct();
    });
  }

  #by(): string {
    const after = this.after();
    const open = after?.corrections.find(({ metAt }) => metAt === null);
    return after === null || open === undefined ? '' : this.#moments.moment(open.tellBy, after.timeZone);
  }
}
