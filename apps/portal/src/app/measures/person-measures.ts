import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeasureSheetView, PersonMeasuresView } from '@trellis/contracts';
import { findInstrument, mayAdminister } from '@trellis/domain';
import {
  Announcer,
  Button,
  Card,
  Chip,
  CompartmentMark,
  Field,
  Note,
  Sparkline,
  compartmentOfSide,
} from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { CoupleMeasures } from './couple-measures';
import { EnterForm } from './enter-form';
import { SheetAnswers } from './sheet-answers';
import { SheetWords } from './sheet-words';

/** One person's instruments: what may be asked next, giving and asking, and what came of it. For the own therapist alone. */
@Component({
  selector: 'tr-person-measures',
  imports: [
    Button,
    Card,
    Chip,
    CompartmentMark,
    EnterForm,
    Field,
    Note,
    ProblemNote,
    SheetAnswers,
    Sparkline,
    TranslocoPipe,
  ],
  templateUrl: './person-measures.html',
  styleUrl: './measures-page.css',
})
export class PersonMeasures {
  readonly person = input.required<PersonMeasuresView>();
  readonly #document = inject(DOCUMENT);
  readonly #measures = inject(CoupleMeasures);
  readonly #announcer = inject(Announcer);
  readonly #stepUp = inject(StepUp);
  readonly #session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly sheetWords = inject(SheetWords);
  protected readonly attempt = new Attempt();
  protected readonly mark = computed(() => compartmentOfSide[this.person().side]);
  protected readonly code = signal('');
  protected readonly entering = signal(false);
  protected readonly codes = computed(() =>
    [...new Set(this.#measures.forms().map(({ code }) => code))].sort(),
  );
  /** The form in the language of this screen where there is one. */
  protected readonly formId = computed(() => {
    const fitting = this.#measures.forms().filter(({ code }) => code === this.code());
    return (fitting.find(({ language }) => language === this.words.language()) ?? fitting[0])?.id ?? null;
  });
  /** Whether it may go to the person's own phone. */
  protected readonly sendable = computed(() => {
    const instrument = findInstrument(this.code());
    const place = { place: 'own_account', by: 'person', alone: null } as const;
    return instrument !== null && mayAdminister(instrument, place).ok;
  });
  protected readonly suggested = computed(() =>
    this.person().suggested.map(({ code, from }) => ({
      code,
      words:
        from === null
          ? this.words.say('measures.suggested.first', { code })
          : this.words.say('measures.suggested.again', { code, day: this.words.day(from) }),
    })),
  );

  protected day({ answeredOn, givenAt }: MeasureSheetView): string {
    return answeredOn === null
      ? this.words.date(givenAt, this.#session.clinic()?.timeZone ?? 'UTC')
      : this.words.fullDay(answeredOn);
  }

  protected choose(code: string): void {
    this.code.set(code);
    this.entering.set(false);
    this.attempt.problem.set(null);
  }

  protected async give(): Promise<void> {
    const [{ personId, name }, code] = [this.person(), this.code()];
    const done = await this.attempt.run(() => this.#measures.give(personId, code));
    if (done) this.#announcer.say(this.words.say('measures.give.done', { code, name }));
  }

  protected async takeBack({ id, version }: MeasureSheetView): Promise<void> {
    const done = await this.attempt.run(() => this.#measures.takeBack(id, version));
    if (done) this.#announcer.say(this.words.say('measures.takenBack'));
  }

  protected leave(): void {
    this.entering.set(false);
  }

  /** Gives the bytes to the browser as a file; they never leave this page otherwise. */
  protected async download(): Promise<void> {
    await this.attempt.run(async () => {
      await this.#stepUp.run(async () => {
        const bytes = await this.#measures.file(this.person().personId);
        const address = URL.createObjectURL(new Blob([bytes], { type: 'application/fhir+json' }));
        const link = this.#document.createElement('a');
        link.href = address;
        link.download = 'measures.json';
        link.click();
        URL.revokeObjectURL(address);
      });
    });
  }
}
