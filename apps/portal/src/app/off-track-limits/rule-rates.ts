import { Injectable, signal } from '@angular/core';
import {
  drawStableCouples,
  liveRate,
  type AlertLimits,
  type SimulatedRule,
  type StableCouples,
} from '@trellis/domain';

/** Couples that are drawn, and the seed they are drawn from: the same for everybody who looks. */
const drawn = { couples: 4000, seed: 20250106 } as const;

/** How often a rule would speak without cause, tried in the browser on couples in whom nothing changes. */
@Injectable()
export class RuleRates {
  readonly #couples = signal<StableCouples | null>(null);

  /** Draws the couples once the page stands, so that it does not wait for them. */
  prepare(): void {
    if (this.#couples() !== null) return;
    setTimeout(() => {
      this.#couples.set(drawStableCouples(drawn.couples, drawn.seed));
    });
  }

  /** Percent of couples in 24 weeks; null until the couples are drawn. */
  rate(rule: SimulatedRule, limits: AlertLimits): number | null {
    const couples = this.#couples();
    return couples === null ? null : liveRate(rule, limits, couples);
  }
}
