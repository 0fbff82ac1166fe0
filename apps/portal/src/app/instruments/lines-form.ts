import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClinicInstrumentView, SetThresholdsRequest } from '@trellis/contracts';
import { ownChangeSettings, type Fraction, type Instrument } from '@trellis/domain';
import { Announcer, Button, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ClinicInstruments } from './clinic-instruments';

/** Where the clinic draws its lines, among what is published, or by its own numbers where that is allowed. */
@Component({
  selector: 'tr-lines-form',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  templateUrl: './lines-form.html',
  styleUrl: './instruments-page.css',
})
export class LinesForm {
  readonly instrument = input.required<Instrument>();
  readonly kept = input.required<ClinicInstrumentView>();
  readonly #instruments = inject(ClinicInstruments);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly bounds = ownChangeSettings;
  protected readonly missing = signal(false);

  /** 'own' for the clinic's own number. */
  protected readonly cut = linkedSignal(() => {
    const { cut, ownCut } = this.kept().thresholds;
    return ownCut === null ? (cut ?? '') : 'own';
  });
  protected readonly change = linkedSignal(() => {
    const { change, ownSd } = this.kept().thresholds;
    return ownSd === null ? (change ?? '') : 'own';
  });
  protected readonly ownCut = linkedSignal(() => textOf(this.kept().thresholds.ownCut));
  protected readonly ownSd = linkedSignal(() => textOf(this.kept().thresholds.ownSd));
  protected readonly ownReliability = linkedSignal(() => textOf(this.kept().thresholds.ownReliability));

  protected readonly cuts = computed(() =>
    this.instrument().cuts.map(({ id, value, inRange, source, verify }) => ({
      id,
      label: this.words.say(`instruments.lines.cut.${inRange}`, { value: this.#number(value) }),
      source: this.#source(source, verify),
    })),
  );
  protected readonly changes = computed(() =>
    this.instrument().changes.map(({ id, points, source, verify }) => ({
      id,
      label: this.words.say('instruments.lines.points', { points: this.#number(points) }),
      source: this.#source(source, verify),
    })),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const lines = this.#lines();
    this.missing.set(lines === null);
    if (lines === null) return;
    const { code, thresholds } = this.kept();
    const done = await this.attempt.run(() => this.#instruments.draw(code, thresholds.version, lines));
    if (done) this.#announcer.say(this.words.say('instruments.lines.saved'));
  }

  /** Null while a number of the clinic's own is chosen and not there. */
  #lines(): SetThresholdsRequest | null {
    const [ownCut, ownSd, ownReliability] = [this.ownCut(), this.ownSd(), this.ownReliability()].map(
      numberOf,
    );
    const cut = this.cut() === 'own' ? { cut: null, ownCut } : { cut: this.cut() === '' ? null : this.cut() };
    const change =
      this.change() === 'own'
        ? { change: null, ownSd, ownReliability }
        : { change: this.change() === '' ? null : this.change() };
    const lines: SetThresholdsRequest = { ...cut, ...change };
    const numbers = [
      ...(this.cut() === 'own' ? [ownCut] : []),
      ...(this.change() === 'own' ? [ownSd, ownReliability] : []),
    ];
    return numbers.every((one) => one !== null) ? lines : null;
  }

  #number({ n, d }: Fraction): string {
    return new Intl.NumberFormat(this.words.language(), { maximumFractionDigits: 2 }).format(
      Number(n) / Number(d),
    );
  }

  #source(source: string, verify: boolean): string {
    return verify
      ? this.words.say('instruments.lines.verify')
      : this.words.say('instruments.lines.source', { source });
  }
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

function numberOf(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}
