import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadinessRowView } from '@trellis/contracts';
import { readinessItems } from '@trellis/domain';
import { Button, Chip, CompartmentMark, Icon, compartmentOfSide } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { whoCanAct } from '../core/couple/people-who-act';
import { Words } from '../core/i18n/words';
import { MarkForm } from './mark-form';

/** The criteria of one side in their order. One that is open says what would meet it and who can act. */
@Component({
  selector: 'tr-criteria-column',
  imports: [Button, Chip, CompartmentMark, Icon, MarkForm, TranslocoPipe],
  host: { '[class]': 'mark()' },
  templateUrl: './criteria-column.html',
  styleUrls: ['../core/criteria/criteria-list.css', './criteria-column.css'],
})
export class CriteriaColumn {
  readonly side = input.required<'RP' | 'BP' | 'JOINT'>();
  readonly heading = input.required<string>();
  readonly items = input.required<readonly ReadinessRowView[]>();
  /** What this reader does not see; empty where they hold the side. */
  readonly sealed = input('');
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  protected readonly marking = signal<string | null>(null);

  protected readonly mark = computed(() => compartmentOfSide[this.side()]);
  protected readonly met = computed(() => this.items().filter(({ met }) => met).length);
  protected readonly rows = computed(() =>
    this.items().map((item) => {
      const criterion = readinessItems.find(({ id }) => id === item.id);
      const [language, view] = [this.#words.language(), this.#couple.view()];
      const who = whoCanAct(criterion?.actors ?? [], view, (role) =>
        this.#words.say(`disclosure.actors.${role}`),
      );
      return {
        ...{ item, id: item.id, who: this.#words.list(who), notes: this.#notes(item) },
        title: criterion?.title[language] ?? item.id,
        metBy: criterion?.metBy[language] ?? '',
      };
    }),
  );

  /** Who marked it, who signs with them, and where the facts on record speak against the mark. */
  #notes({
    markedAt,
    markedByName,
    coSign,
    coSignerName,
    fact,
    status,
  }: ReadinessRowView): readonly string[] {
    const zone = this.#couple.view()?.timeZone ?? 'UTC';
    const said = (key: string, params: Record<string, string> = {}): string =>
      this.#words.say(`readiness.row.${key}`, params);
    return [
      ...(markedAt === null
        ? []
        : [said('marked', { name: markedByName ?? '', when: this.#words.date(markedAt, zone) })]),
      ...(coSign === 'none' ? [] : [said(`coSign.${coSign}`, { name: coSignerName ?? '' })]),
      ...(fact === false && status === 'met' ? [said('against')] : []),
    ];
  }
}
