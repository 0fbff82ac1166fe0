import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Note, Passkeys } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import type { Problem } from '../core/http/problem';
import { TakeFocus } from '../core/page/take-focus';
import type { ChosenWay } from './chosen-way';
import { PassphraseForm } from './passphrase-form';
import { PinForm } from './pin-form';

/** Three ways of coming in, each with what it means on a device that others may hold. */
@Component({
  selector: 'tr-way-form',
  imports: [Button, Note, PassphraseForm, PinForm, ProblemNote, TakeFocus, TranslocoPipe],
  template: `
    @switch (kind()) {
      @case (null) {
        <h1 trTakeFocus="ways">{{ 'invite.ways.heading' | transloco }}</h1>
        <p class="lede">{{ 'invite.ways.sentence' | transloco }}</p>
        @if (shared()) {
          <tr-note>{{ 'invite.ways.shared' | transloco }}</tr-note>
        }
        @for (one of offered(); track one) {
          <section class="stack-s">
            <button trButton wide type="button" (click)="kind.set(one)">
              {{ 'invite.ways.' + one | transloco }}
            </button>
            <p class="small">{{ 'invite.ways.' + one + 'Means' | transloco }}</p>
          </section>
        }
      }
      @case ('passkey') {
        <h1 trTakeFocus="passkey">{{ 'invite.passkey.heading' | transloco }}</h1>
        <p class="lede">{{ 'invite.passkey.sentence' | transloco }}</p>
        <tr-note>{{ 'invite.passkey.shared' | transloco }}</tr-note>
        @if (stopped()) {
          <p role="status">{{ 'invite.passkey.stopped' | transloco }}</p>
        }
        <tr-problem-note [problem]="problem()" />
        <button
          trButton
          look="main"
          wide
          type="button"
          [busy]="busy()"
          (click)="chosen.emit({ kind: 'passkey' })"
        >
          {{ 'invite.passkey.go' | transloco }}
        </button>
      }
      @case ('device') {
        <h1 trTakeFocus="device">{{ 'invite.pin.heading' | transloco }}</h1>
        <p class="lede">{{ 'invite.pin.sentence' | transloco }}</p>
        <tr-note>{{ 'invite.pin.limits' | transloco }}</tr-note>
        <tr-pin-form
          [problem]="problem()"
          [busy]="busy()"
          (chosen)="chosen.emit({ kind: 'device', pin: $event })"
        />
      }
      @default {
        <h1 trTakeFocus="passphrase">{{ 'invite.passphrase.heading' | transloco }}</h1>
        <p class="lede">{{ 'invite.passphrase.sentence' | transloco }}</p>
        <tr-passphrase-form
          [problem]="problem()"
          [busy]="busy()"
          (chosen)="chosen.emit({ kind: 'passphrase', passphrase: $event })"
        />
      }
    }
    @if (kind() !== null) {
      <button class="text-link" type="button" (click)="again()">{{ 'invite.ways.other' | transloco }}</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 18px;
    }
  `,
})
export class WayForm {
  readonly problem = input.required<Problem | null>();
  readonly busy = input(false);
  /** Somebody else uses this device too: then no PIN is offered. */
  readonly shared = input(false);
  /** True when the browser's own dialog was closed without a passkey. */
  readonly stopped = input(false);
  readonly chosen = output<ChosenWay>();
  readonly changed = output();
  readonly #kinds: readonly ChosenWay['kind'][] = ['passkey', 'passphrase', 'device'];
  readonly #passkeys = inject(Passkeys);
  protected readonly offered = computed(() =>
    this.#kinds.filter((one) =>
      one === 'passkey' ? this.#passkeys.work : one !== 'device' || !this.shared(),
    ),
  );
  protected readonly kind = signal<ChosenWay['kind'] | null>(null);

  protected again(): void {
    this.kind.set(null);
    this.changed.emit();
  }
}
