import { Injectable, inject } from '@angular/core';
import type { MeasureSheetView, MeasureTrendView } from '@trellis/contracts';
import { bandWords, findInstrument, instrumentStatementWords, screeningWords } from '@trellis/domain';
import type { SparkPoint } from '@trellis/ui';
import { Words } from '../core/i18n/words';

/** What scores are in words. Ranges are screening ranges; nothing here is a judgement. */
@Injectable({ providedIn: 'root' })
export class SheetWords {
  readonly #words = inject(Words);

  instrument(code: string): string {
    const measures = findInstrument(code)?.measures[this.#words.language()];
    return measures === undefined ? code : `${code}: ${measures}`;
  }

  /** "Total 12, arousal 4"; "no score" where items are open. */
  scores({ scales }: MeasureSheetView): string {
    return scales.map(({ key, score }) => this.#scale(key, score, scales.length)).join(', ');
  }

  range({ code, outcome, band }: MeasureSheetView): string {
    if (outcome === null) return '';
    const language = this.#words.language();
    const found = findInstrument(code)?.bands.find(({ key }) => key === band);
    const words = screeningWords[outcome][language];
    return found === undefined ? words : `${bandWords(found)[language]}. ${words}`;
  }

  /** What a therapist should look at, each in a sentence. */
  concerns({ concerns }: MeasureSheetView): readonly string[] {
    return concerns.map((one) => this.#words.say(`measures.concerns.${one}`));
  }

  statement({ statement, difference }: MeasureTrendView): string {
    const words = instrumentStatementWords[statement][this.#words.language()];
    if (difference === null) return words;
    const sign = difference > 0 ? '+' : '';
    return `${this.#words.say('measures.trend.difference', { difference: `${sign}${this.number(difference)}` })} ${words}`;
  }

  /** The totals in words, for whoever does not see the line. */
  series({ points }: MeasureTrendView): string {
    return this.#words.list(points.map(({ on, score }) => `${this.#words.day(on)} ${this.number(score)}`));
  }

  /** Scores on the range of their instrument, 0 to 100; nothing where none is known. */
  line({ code, points }: MeasureTrendView): readonly SparkPoint[] {
    const range = findInstrument(code)?.range;
    if (range == null) return [];
    const [from, to] = range;
    return points.map(({ score }) => ({ value: (100 * (score - from)) / (to - from), partial: false }));
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.#words.language(), { maximumFractionDigits: 2 }).format(value);
  }

  #scale(key: string, score: number | null, many: number): string {
    const shown = score === null ? this.#words.say('measures.noScore') : this.number(score);
    return key === 'total' && many === 1 ? shown : `${this.#words.say(`measures.scales.${key}`)} ${shown}`;
  }
}
