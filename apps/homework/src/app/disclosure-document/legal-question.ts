import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnDocumentView } from '@trellis/contracts';
import { Button, Note } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { OwnDocument } from './own-document';

/** The legal question comes before the sensitive sections. A yes is a reason to talk, not a mark against anybody. */
@Component({
  selector: 'tr-legal-question',
  imports: [Button, Note, ProblemNote, TranslocoPipe],
  template: `
    <h2>{{ 'document.legal.heading' | transloco }}</h2>
    <p>{{ 'document.legal.question' | transloco }}</p>
    <p class="small">{{ 'document.legal.duty' | transloco: names() }}</p>
    @if (answer(); as said) {
      <p>
        <b>{{ 'document.legal.said.' + said | transloco: names() }}</b>
      </p>
    }
    @if (view().legal.minorOrCrime) {
      <tr-note icon="phone">{{ 'document.legal.stopped' | transloco: names() }}</tr-note>
    } @else {
      <div class="choices">
        <button trButton type="button" [busy]="attempt.busy()" (click)="say(false, false)">
          {{ 'document.legal.no' | transloco }}
        </button>
        <button trButton type="button" [busy]="attempt.busy()" (click)="say(true, false)">
          {{ 'document.legal.yes' | transloco }}
        </button>
        <button trButton type="button" [busy]="attempt.busy()" (click)="say(true, true)">
          {{ 'document.legal.stop' | transloco }}
        </button>
      </div>
    }
    <tr-problem-note [problem]="attempt.problem()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .choices {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
  `,
})
export class LegalQuestion {
  readonly view = input.required<OwnDocumentView>();
  readonly answered = output();
  readonly #document = inject(OwnDocument);
  readonly #session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly answer = computed(() => {
    const { exposurePossible, minorOrCrime } = this.view().legal;
    if (minorOrCrime || exposurePossible === null) return null;
    return exposurePossible ? 'yes' : 'no';
  });

  protected async say(exposurePossible: boolean, minorOrCrime: boolean): Promise<void> {
    await this.attempt.run(async () => {
      await this.#document.answerLegal({ exposurePossible, minorOrCrime }, this.view().version);
      this.answered.emit();
    });
  }
}
