import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InstrumentFormWordsView } from '@trellis/contracts';
import { administrationWords, instrumentOf, mayAdminister } from '@trellis/domain';
import { Announcer, Button, ChoiceList } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleMeasures } from './couple-measures';
import { FormPartField, type PartAnswer } from './form-part-field';

type Place = 'in_person' | 'verified_alone_call';

/** An instrument asked in a room or on a call, written down by the therapist while it is asked. */
@Component({
  selector: 'tr-enter-form',
  imports: [Button, ChoiceList, FormPartField, ProblemNote, TranslocoPipe],
  templateUrl: './enter-form.html',
  styleUrl: './measures-page.css',
})
export class EnterForm {
  readonly personId = input.required<string>();
  readonly name = input.required<string>();
  readonly code = input.required<string>();
  readonly formId = input.required<string>();
  readonly closed = output();
  readonly #measures = inject(CoupleMeasures);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly loading = new Attempt();
  protected readonly attempt = new Attempt();
  protected readonly form = signal<InstrumentFormWordsView | null>(null);
  protected readonly place = signal<Place | null>(null);
  protected readonly alone = signal(false);
  protected readonly noPlace = signal(false);
  /** What was said so far, of this form. */
  protected readonly answers = linkedSignal<string, Readonly<Record<string, PartAnswer>>>({
    source: this.formId,
    computation: () => ({}),
  });
  protected readonly places = computed(() =>
    (['in_person', 'verified_alone_call'] as const).map((value) => ({
      value,
      label: this.words.say(`measures.places.${value}`),
    })),
  );
  /** Why it may not be asked as it was said, in a sentence. */
  protected readonly refusal = computed(() => {
    const place = this.place();
    if (place === null) return null;
    const asked = { place, by: 'clinician', alone: this.alone() } as const;
    const allowed = mayAdminister(instrumentOf(this.code()), asked);
    return allowed.ok ? null : administrationWords[allowed.refusal][this.words.language()];
  });

  constructor() {
    effect(() => {
      const formId = this.formId();
      untracked(() => void this.load(formId));
    });
  }

  protected async load(formId: string): Promise<void> {
    this.form.set(null);
    await this.loading.run(async () => {
      this.form.set(await this.#measures.words(formId));
    });
  }

  protected answer(linkId: string, value: PartAnswer | null): void {
    this.answers.update((answers) => {
      const { [linkId]: _before, ...others } = answers;
      return value === null ? others : { ...others, [linkId]: value };
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const place = this.place();
    this.noPlace.set(place === null);
    if (place === null || this.refusal() !== null) return;
    const [personId, code, answers] = [this.personId(), this.code(), this.answers()];
    const done = await this.attempt.run(() =>
      this.#measures.enter({ personId, code, place, alone: this.alone(), answers }),
    );
    if (!done) return;
    this.#announcer.say(this.words.say('measures.enter.done'));
    this.closed.emit();
  }
}
