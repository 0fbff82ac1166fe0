import { Location } from '@angular/common';
import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';

const STEPS = ['feet', 'see', 'touch', 'hear', 'breath', 'back'] as const;
const STEP_SECONDS = 50;

/**
 * Five minutes of grounding with open eyes, six steps of 50 seconds. The steps move on by themselves and at a
 * tap; nothing is stored, counted or sent.
 */
@Component({
  selector: 'tr-steady-page',
  imports: [Button, OwnPage, TakeFocus, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'help.steady.strip' | transloco">
      <p class="over">{{ 'help.steady.stepOf' | transloco: { at: at() + 1, of: steps.length } }}</p>
      <div class="calm">
        <h1 [trTakeFocus]="at()">{{ words() + '.do' | transloco }}</h1>
        <p>{{ words() + '.how' | transloco }}</p>
        @if (!paused()) {
          <div class="ring" aria-hidden="true"></div>
        }
      </div>
      <div class="stack">
        @if (at() < steps.length - 1) {
          <button trButton look="main" wide type="button" (click)="go(at() + 1)">
            {{ 'help.steady.next' | transloco }}
          </button>
          <button trButton wide type="button" [attr.aria-pressed]="paused()" (click)="paused.set(!paused())">
            {{ (paused() ? 'help.steady.goOn' : 'help.steady.stay') | transloco }}
          </button>
        } @else {
          <button trButton look="main" wide type="button" (click)="leave()">
            {{ 'help.steady.done' | transloco }}
          </button>
          <button trButton wide type="button" (click)="go(0)">{{ 'help.steady.again' | transloco }}</button>
        }
      </div>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    .ring {
      width: 96px;
      height: 96px;
      margin: 12px auto;
      background: var(--leaf-soft);
      border: 2px solid var(--leaf);
      border-radius: 50%;
    }
    @media (prefers-reduced-motion: no-preference) {
      .ring {
        animation: breathe 10s ease-in-out infinite;
      }
    }
    @keyframes breathe {
      50% {
        transform: scale(1.5);
      }
    }
  `,
})
export class SteadyPage {
  readonly #location = inject(Location);
  protected readonly steps = STEPS;
  protected readonly at = signal(0);
  protected readonly paused = signal(false);
  protected readonly words = computed(() => `help.steady.steps.${STEPS[this.at()] ?? 'back'}`);
  #seconds = 0;

  constructor() {
    const timer = setInterval(() => {
      this.#tick();
    }, 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  protected go(at: number): void {
    this.#seconds = 0;
    this.at.set(at);
  }

  protected leave(): void {
    this.#location.back();
  }

  #tick(): void {
    if (this.paused() || this.at() === STEPS.length - 1) return;
    this.#seconds += 1;
    if (this.#seconds >= STEP_SECONDS) this.go(this.at() + 1);
  }
}
