import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClinicInstrumentView, InstrumentFormView } from '@trellis/contracts';
import { findInstrument } from '@trellis/domain';
import { Announcer, Button, Card, Chip } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ClinicInstruments } from './clinic-instruments';
import { LinesForm } from './lines-form';

/** One instrument of the clinic: its forms with their copyright and attestation, and its lines. */
@Component({
  selector: 'tr-instrument-card',
  imports: [Button, Card, Chip, LinesForm, ProblemNote, TranslocoPipe],
  templateUrl: './instrument-card.html',
  styleUrl: './instruments-page.css',
})
export class InstrumentCard {
  readonly kept = input.required<ClinicInstrumentView>();
  readonly #instruments = inject(ClinicInstruments);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly instrument = computed(() => findInstrument(this.kept().code));
  protected readonly heading = computed(() => {
    const measures = this.instrument()?.measures[this.words.language()] ?? '';
    return `${this.kept().code}: ${measures}`;
  });

  protected day({ attestedAt }: InstrumentFormView): string {
    return this.words.date(attestedAt, this.#session.clinic()?.timeZone ?? 'UTC');
  }

  protected async retire({ id, version }: InstrumentFormView): Promise<void> {
    const done = await this.attempt.run(() => this.#instruments.retire(id, version));
    if (done) this.#announcer.say(this.words.say('instruments.retired'));
  }
}
