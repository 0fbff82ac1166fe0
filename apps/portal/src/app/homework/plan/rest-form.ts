import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isLocalDate } from '@trellis/domain';
import { Announcer, Button, ChoiceList, Field, MultiChips, type Option } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { CouplePlans } from './couple-plans';

const KINDS = ['agreed_pause', 'travel', 'illness'] as const;
type Kind = (typeof KINDS)[number];

/** Travel, illness or an agreed pause: of one exercise where a plan is given, of everything of these people otherwise. */
@Component({
  selector: 'tr-rest-form',
  imports: [Button, ChoiceList, Field, MultiChips, TranslocoPipe],
  templateUrl: './rest-form.html',
  styleUrl: './plan-forms.css',
})
export class RestForm {
  readonly people = input.required<readonly { readonly id: string; readonly name: string }[]>();
  readonly planId = input<string | null>(null);
  readonly today = input.required<string>();
  readonly closed = output();
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly plans = inject(CouplePlans);

  protected readonly chosen = linkedSignal<readonly string[]>(() =>
    this.people().length === 1 ? this.people().map(({ id }) => id) : [],
  );
  protected readonly kind = signal<Kind | null>('agreed_pause');
  protected readonly from = linkedSignal(() => this.today());
  protected readonly to = signal('');
  protected readonly names = computed(() =>
    this.people().map(({ id, name }): Option => ({ value: id, label: name })),
  );
  protected readonly kinds = computed(() =>
    KINDS.map((value): Option<Kind> => ({ value, label: this.#words.say(`plans.rest.kinds.${value}`) })),
  );
  protected readonly fromWrong = computed(() => !isLocalDate(this.from()));
  protected readonly toWrong = computed(
    () =>
      this.to() !== '' && (!isLocalDate(this.to()) || this.to() < this.from() || this.to() < this.today()),
  );
  protected readonly ready = computed(
    () => this.chosen().length > 0 && this.kind() !== null && !this.fromWrong() && !this.toWrong(),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [kind, planId, to] = [this.kind(), this.planId(), this.to()];
    if (!this.ready() || kind === null) return;
    const done = await this.plans.rest({
      ...{ personIds: [...this.chosen()], kind, from: this.from() },
      ...(planId === null ? {} : { planId }),
      ...(to === '' ? {} : { to }),
    });
    if (!done) return;
    this.#announcer.say(this.#words.say('plans.rest.done'));
    this.closed.emit();
  }
}
