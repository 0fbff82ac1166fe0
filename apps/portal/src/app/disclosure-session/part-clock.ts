import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionRunView } from '@trellis/contracts';
import { Words } from '../core/i18n/words';
import { SessionWords } from './session-words';

const radius = 118;
const around = 2 * Math.PI * radius;

/** The time of the running part without its pauses. It informs, and never ends a part by itself. */
@Component({
  selector: 'tr-part-clock',
  imports: [TranslocoPipe],
  template: `
    <svg viewBox="0 0 280 280" role="img" [attr.aria-label]="label()">
      <circle class="ground" cx="140" cy="140" [attr.r]="radius" />
      <circle
        class="range"
        cx="140"
        cy="140"
        [attr.r]="radius"
        [attr.stroke-dasharray]="rangeDash()"
        [attr.stroke-dashoffset]="-rangeFrom()"
        transform="rotate(-90 140 140)"
      />
      <circle
        class="passed"
        cx="140"
        cy="140"
        [attr.r]="radius"
        [attr.stroke-dasharray]="passedDash()"
        transform="rotate(-90 140 140)"
      />
      <text class="part" x="140" y="108">{{ say.part(part()) }}</text>
      <text class="time" x="140" y="160">{{ time() }}</text>
      <text class="plan" x="140" y="188">
        {{ 'disclosureSession.mode.planned' | transloco: { range: say.range(part()) } }}
      </text>
    </svg>
    @if (over() > 0) {
      <p class="small">{{ 'disclosureSession.mode.over_by' | transloco: { minutes: over() } }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: center;
    }
    svg {
      width: min(280px, 70vw);
      height: auto;
    }
    circle {
      fill: none;
      stroke-width: 14;
    }
    .ground {
      stroke: var(--surface-2);
    }
    .range {
      stroke: color-mix(in srgb, var(--leaf) 24%, transparent);
    }
    .passed {
      stroke: var(--leaf);
    }
    text {
      text-anchor: middle;
      fill: var(--ink);
      font-family: var(--sans);
    }
    .part {
      fill: var(--leaf);
      font-size: 14px;
      font-weight: 600;
    }
    .time {
      font-size: 54px;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .plan {
      fill: var(--ink-2);
      font-size: 13px;
    }
  `,
})
export class PartClock {
  readonly part = input.required<string>();
  readonly run = input.required<SessionRunView>();
  readonly paused = input.required<boolean>();
  readonly #words = inject(Words);
  protected readonly say = inject(SessionWords);
  protected readonly radius = radius;
  /** Seconds since the server last told the time; it stands still in a pause. */
  readonly #since = signal(0);
  readonly #seconds = computed(() => (this.run().elapsedSeconds ?? 0) + (this.paused() ? 0 : this.#since()));
  protected readonly minutes = computed(() => this.say.minutes(this.part()));
  protected readonly over = computed(() => {
    const late = this.#seconds() - this.minutes().to * 60;
    return late > 0 ? Math.ceil(late / 60) : 0;
  });
  protected readonly time = computed(() => {
    const seconds = this.#seconds();
    return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  });
  protected readonly label = computed(() =>
    this.#words.say('disclosureSession.mode.clock', {
      ...{ part: this.say.part(this.part()), minutes: Math.floor(this.#seconds() / 60) },
      range: this.say.range(this.part()),
    }),
  );
  protected readonly passedDash = computed(
    () => `${String(this.#length(this.#seconds()))} ${String(around)}`,
  );
  protected readonly rangeFrom = computed(() => this.#length(this.minutes().from * 60));
  protected readonly rangeDash = computed(() => `${String(around - this.rangeFrom())} ${String(around)}`);

  constructor() {
    effect(() => {
      this.run();
      untracked(() => {
        this.#since.set(0);
      });
    });
    const timer = setInterval(() => {
      this.#since.update((seconds) => seconds + 1);
    }, 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** The whole ring is the longest usual time of the part. */
  #length(seconds: number): number {
    return around * Math.min(1, seconds / (this.minutes().to * 60));
  }
}
