import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseSlipsView, SlipView } from '@trellis/contracts';
import { Button, Chip, Note } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CaseAftercare } from './case-aftercare';
import { SlipForm } from './slip-form';
import { TellingForm } from './telling-form';

/** Slips and new material, newest first: times, how the telling stands, and the words when they are asked for. */
@Component({
  selector: 'tr-slip-list',
  imports: [Button, Chip, Note, SlipForm, TellingForm, TranslocoPipe],
  templateUrl: './slip-list.html',
  styles: `
    :host,
    section {
      display: grid;
      gap: 8px;
    }
    section {
      padding: 10px 0;
      border-top: 1px solid var(--line);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }
    blockquote {
      margin: 0;
      padding-left: 12px;
      border-left: 3px solid var(--rp, var(--line));
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class SlipList {
  readonly slips = input.required<CaseSlipsView>();
  readonly timeZone = input.required<string>();
  readonly #words = inject(Words);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly opened = signal<Readonly<Record<string, string>>>({});
  /** The slip whose telling is being changed, `new` while one is logged. */
  protected readonly open = signal<string | null>(null);
  protected readonly asked = computed(() => {
    const { askedAt } = this.slips();
    return askedAt === null
      ? this.#words.say('aftercare.slips.neverAsked')
      : this.#words.say('aftercare.slips.asked', { when: this.#words.moment(askedAt, this.timeZone()) });
  });
  protected readonly rows = computed(() =>
    this.slips().slips.map((slip) => ({
      slip,
      heading: this.#words.say(`aftercare.slips.kinds.${slip.level ?? slip.kind}`, {
        when: this.#words.moment(slip.slipAt, this.timeZone()),
      }),
      telling: this.#telling(slip),
    })),
  );

  protected async read(id: string): Promise<void> {
    const { words } = await this.aftercare.slipWords(id);
    this.opened.update((before) => ({ ...before, [id]: words }));
  }

  #telling(slip: SlipView): string {
    const when = slip.partnerAt === null ? '' : this.#words.moment(slip.partnerAt, this.timeZone());
    return `${this.#words.say(`aftercare.slips.tellings.${slip.partner}`)}${when === '' ? '' : `, ${when}`}`;
  }
}
