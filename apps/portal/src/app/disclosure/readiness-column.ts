import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadinessItemView } from '@trellis/contracts';
import { readinessItems } from '@trellis/domain';
import { Chip, CompartmentMark, Icon, compartmentOfSide } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { whoCanAct } from '../core/couple/people-who-act';

/** Readiness of one side: each criterion that is not met says what meets it and who can act; the others are folded. */
@Component({
  selector: 'tr-readiness-column',
  imports: [Chip, CompartmentMark, Icon, TranslocoPipe],
  host: { '[class]': 'mark()' },
  templateUrl: './readiness-column.html',
  styleUrls: ['../core/criteria/criteria-list.css', './readiness-column.css'],
})
export class ReadinessColumn {
  readonly side = input.required<'RP' | 'BP' | 'SYSTEM'>();
  readonly heading = input.required<string>();
  readonly items = input.required<readonly ReadinessItemView[]>();
  /** What this viewer does not see; empty where they hold the side. */
  readonly sealed = input('');
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);

  protected readonly mark = computed(() => {
    const side = this.side();
    return compartmentOfSide[side === 'SYSTEM' ? 'JOINT' : side];
  });
  readonly #rows = computed(() => this.items().map((item) => ({ ...item, ...this.#wordsOf(item) })));
  /** What is still missing stands open; what is met is folded away. */
  protected readonly open = computed(() => this.#rows().filter(({ status }) => status === 'not_met'));
  protected readonly met = computed(() => this.#rows().filter(({ status }) => status !== 'not_met'));

  #wordsOf(item: ReadinessItemView): {
    readonly title: string;
    readonly metBy: string;
    readonly who: string;
    readonly when: string;
  } {
    const [language, view] = [this.#words.language(), this.#couple.view()];
    const criterion = readinessItems.find(({ id }) => id === item.id);
    const who = whoCanAct(criterion?.actors ?? [], view, (role) =>
      this.#words.say(`disclosure.actors.${role}`),
    );
    return {
      title: criterion?.title[language] ?? item.id,
      metBy: criterion?.metBy[language] ?? '',
      who: this.#words.list(who),
      when: item.assessedAt === null ? '' : this.#words.date(item.assessedAt, view?.timeZone ?? 'UTC'),
    };
  }
}
