import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { neutralNotices, type NoticeId } from '@trellis/domain';
import { Announcer, Button, Card } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { DisclosureProcess } from './disclosure-process';

/** What a person of one's own side is still to be told. Talked about first; then it stands in their app. */
@Component({
  selector: 'tr-told-panel',
  imports: [Button, Card, TranslocoPipe],
  template: `
    @for (one of notices(); track one.id) {
      <tr-card [heading]="'disclosure.told.heading' | transloco: { name: one.name }">
        <p>{{ 'disclosure.told.what' | transloco: { name: one.name } }}</p>
        <blockquote>{{ one.words }}</blockquote>
        <button trButton look="main" type="button" [busy]="process.busy()" (click)="tell(one.id)">
          {{ 'disclosure.told.tell' | transloco: { name: one.name } }}
        </button>
      </tr-card>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    blockquote {
      margin: 8px 0 12px;
      padding: 10px 14px;
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }
  `,
})
export class ToldPanel {
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly process = inject(DisclosureProcess);
  protected readonly notices = computed(() =>
    (this.process.view()?.notices ?? []).map(({ id, side, words }) => ({
      id,
      name: this.#couple.person(side)?.name ?? '',
      words: neutralNotices[words as NoticeId][this.#words.language()],
    })),
  );

  protected async tell(id: string): Promise<void> {
    if (await this.process.act(`notices/${id}`, {}))
      this.#announcer.say(this.#words.say('disclosure.told.done'));
  }
}
