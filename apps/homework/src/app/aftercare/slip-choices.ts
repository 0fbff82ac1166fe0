import { Injectable, computed, inject, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { TellSlipRequest } from '@trellis/contracts';
import type { Option } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';

const tellings: readonly TellSlipRequest['partner'][] = [
  'not_yet',
  'with_therapist_planned',
  'told',
  'partner_found_out',
  'agreement_says_not_this_level',
];

/** Answers about a slip, in the language on screen. */
@Injectable({ providedIn: 'root' })
export class SlipChoices {
  readonly #languages = inject(Languages);
  readonly #transloco = inject(TranslocoService);
  readonly tellings = this.of('tellings', tellings);
  readonly levels = this.of('levels', ['near_slip', 'slip', 'longer_episode'] as const);
  readonly stops = this.of('stops', ['no', 'could_be'] as const);

  private of<T extends string>(group: string, values: readonly T[]): Signal<readonly Option<T>[]> {
    return computed(() => {
      this.#languages.active();
      return values.map((value) => ({
        value,
        label: this.#transloco.translate<string>(`aftercare.slip.${group}.${value}`),
      }));
    });
  }
}

/** Whether the answer needs a moment beside it. */
export function hasMoment(partner: TellSlipRequest['partner'] | null): boolean {
  return partner === 'told' || partner === 'partner_found_out' || partner === 'with_therapist_planned';
}
