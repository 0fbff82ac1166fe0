import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AskReleaseRequest, OwnReleaseView } from '@trellis/contracts';
import { Button, ChoiceList, MultiChips, type Option } from '@trellis/ui';
import { Languages } from '../../core/i18n/languages';

const PARTNER = 'partner';

/** With whom, and whether it is the person's own wish. Nothing is chosen beforehand. */
@Component({
  selector: 'tr-share-form',
  imports: [Button, ChoiceList, MultiChips, TranslocoPipe],
  template: `
    <tr-multi-chips
      [legend]="'task.share.who' | transloco"
      [options]="choices()"
      [value]="chosen()"
      (valueChange)="chosen.set($event)"
    />
    <tr-choice-list
      [legend]="'task.share.own.heading' | transloco"
      [options]="wishes()"
      [value]="wish()"
      (valueChange)="wish.set($event)"
    />
    <p class="small">{{ 'task.share.own.sentence' | transloco }}</p>
    <button trButton look="main" wide type="button" [disabled]="!ready()" [busy]="busy()" (click)="send()">
      {{ 'task.share.send' | transloco }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
  `,
})
export class ShareForm {
  readonly release = input.required<OwnReleaseView>();
  readonly busy = input(false);
  readonly asked = output<AskReleaseRequest>();
  readonly #languages = inject(Languages);
  readonly #words = inject(TranslocoService);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly wish = signal<'mine' | 'pushed' | null>(null);
  protected readonly ready = computed(() => this.chosen().length > 0 && this.wish() !== null);

  protected readonly choices = computed((): readonly Option[] => {
    const { partnerName, therapists } = this.release();
    const partner = partnerName === null ? [] : [{ value: PARTNER, label: partnerName }];
    return [...partner, ...therapists.map(({ id, name }) => ({ value: id, label: name }))];
  });
  protected readonly wishes = computed((): readonly Option<'mine' | 'pushed'>[] => {
    this.#languages.active();
    return (['mine', 'pushed'] as const).map((value) => ({
      value,
      label: this.#words.translate(`task.share.own.${value}`),
    }));
  });

  protected send(): void {
    const staffIds = this.chosen().filter((id) => id !== PARTNER);
    const toPartner = this.chosen().includes(PARTNER);
    this.asked.emit({ toPartner, staffIds, pressured: this.wish() === 'pushed' });
  }
}
