import { Injectable, inject } from '@angular/core';
import type { UnmetGateView } from '@trellis/contracts';
import type { UnmetGate } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { refusalWords } from './refusal-words';

/** Gates of the couple on screen in the words of the reader. */
@Injectable()
export class GateWords {
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);

  of(gates: readonly UnmetGateView[]): readonly UnmetGate[] {
    return refusalWords(gates, this.#couple.view(), {
      language: this.#words.language(),
      actor: (role) => this.#words.say(`disclosure.actors.${role}`),
      day: (date) => this.#words.day(date),
      state: (state) => this.#words.say(`couple.disclosureStates.${state}`),
      evidence: (key, params) => this.#words.say(`disclosure.evidence.${key}`, params),
      list: (names) => this.#words.list(names),
    });
  }
}
