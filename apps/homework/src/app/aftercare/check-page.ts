import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AftercareAnsweredView } from '@trellis/contracts';
import { Button, ChoiceList, Field, Note, type Option } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { OwnAftercare } from './own-aftercare';

type Amount = 'enough' | 'little' | 'hardly';
type Risk = 'safe' | 'unsure' | 'not_safe';

/** A short check: four questions that may all stay open, and room for words. It can be handed in as it is. */
@Component({
  selector: 'tr-check-page',
  imports: [Button, ChoiceList, Field, Note, OwnPage, ProblemNote, RouterLink, TakeFocus, TranslocoPipe],
  templateUrl: './check-page.html',
  styleUrl: './one-thing.css',
})
export class CheckPage {
  readonly taskId = input.required<string>();
  readonly #clinic = inject(OwnAftercare);
  readonly #languages = inject(Languages);
  readonly #transloco = inject(TranslocoService);
  readonly #session = inject(Session);
  readonly #act = oneAct();
  protected readonly attempt = new Attempt();
  protected readonly answered = signal<AftercareAnsweredView | null>(null);
  protected readonly sleep = signal<Amount | null>(null);
  protected readonly food = signal<Amount | null>(null);
  protected readonly risk = signal<Risk | null>(null);
  protected readonly contact = signal<'yes' | 'no' | null>(null);
  protected readonly words = signal('');
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly amounts = this.#options<Amount>('amounts', ['enough', 'little', 'hardly']);
  protected readonly risks = this.#options<Risk>('risks', ['safe', 'unsure', 'not_safe']);
  protected readonly wishes = this.#options<'yes' | 'no'>('wishes', ['yes', 'no']);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const contact = this.contact();
    const words = this.words().trim();
    await this.attempt.run(async () => {
      const answer = {
        ...{ sleep: this.sleep(), food: this.food(), risk: this.risk() },
        contactWanted: contact === null ? null : contact === 'yes',
        words: words === '' ? null : words,
      };
      this.answered.set(await this.#clinic.answer(this.taskId(), answer, this.#act));
    });
  }

  #options<T extends string>(group: string, values: readonly T[]): () => readonly Option<T>[] {
    return computed(() => {
      this.#languages.active();
      return values.map((value) => ({
        value,
        label: this.#transloco.translate<string>(`aftercare.check.${group}.${value}`),
      }));
    });
  }
}
