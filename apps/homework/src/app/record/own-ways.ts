import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WayInView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { shownDay } from './shown-day';

/** By what I come in. Taking one away says first what it means, and asks once more. */
@Component({
  selector: 'tr-own-ways',
  imports: [Button, TranslocoPipe],
  template: `
    @for (way of lines(); track way.id) {
      <div class="way">
        <b>{{ 'record.devices.ways.kinds.' + way.words | transloco }}</b>
        @if (way.lastUsed === null) {
          <span class="small">{{ 'record.devices.ways.since' | transloco: way.days }}</span>
        } @else {
          <span class="small">{{ 'record.devices.days' | transloco: way.days }}</span>
        }
        @if (way.last) {
          <p class="small">{{ 'record.devices.ways.last' | transloco }}</p>
        } @else if (way.kind !== 'passphrase' && (full() || way.here)) {
          @if (asked() === way.id) {
            <p class="small">
              {{
                (ways().length === 1 ? 'record.devices.ways.only' : 'record.devices.ways.other') | transloco
              }}
            </p>
            <button trButton type="button" [busy]="busy()" (click)="take(way.id)">
              {{ 'record.devices.ways.sure' | transloco }}
            </button>
            <button trButton type="button" (click)="asked.set(null)">
              {{ 'record.devices.ways.notNow' | transloco }}
            </button>
          } @else {
            <button trButton type="button" (click)="asked.set(way.id)">
              {{ (way.here ? 'record.devices.ways.forget' : 'record.devices.ways.takeAway') | transloco }}
            </button>
          }
        }
      </div>
    } @empty {
      <p class="small">{{ 'record.devices.ways.none' | transloco }}</p>
    }
  `,
  styles: `
    .way {
      display: grid;
      gap: 8px;
      justify-items: start;
      padding: 13px 0;
      line-height: 1.38;
    }
    b {
      font-weight: 600;
    }
  `,
})
export class OwnWays {
  readonly ways = input.required<readonly WayInView[]>();
  /** A real factor was given: any of them may go. Without it, only what this device itself opens with. */
  readonly full = input(false);
  readonly busy = input(false);
  readonly taken = output<WayInView>();
  readonly #languages = inject(Languages);
  protected readonly asked = signal<string | null>(null);
  protected readonly lines = computed(() => {
    const language = this.#languages.active();
    const real = this.ways().filter(({ kind }) => kind !== 'pin').length;
    return this.ways().map((way) => ({
      ...way,
      // The clinic would refuse it: nobody is to lock themself out.
      last: way.kind === 'passkey' && real === 1,
      words: way.here ? 'pinHere' : way.kind,
      days: {
        since: shownDay(way.since, language),
        lastUsed: way.lastUsed === null ? '' : shownDay(way.lastUsed, language),
      },
    }));
  });

  protected take(id: string): void {
    this.asked.set(null);
    const way = this.ways().find((one) => one.id === id);
    if (way !== undefined) this.taken.emit(way);
  }
}
