import { Component, computed, input, output } from '@angular/core';
import type { Setting } from '@trellis/domain';

/** One limit as a slider with its value in words. Keys move it by one step. */
@Component({
  selector: 'tr-limit-slider',
  template: `
    <label [for]="id()"
      >{{ label() }} <output [attr.for]="id()">{{ shown() }}</output></label
    >
    <input
      #slider
      type="range"
      [id]="id()"
      [min]="setting().from"
      [max]="setting().to"
      [step]="step()"
      [value]="value()"
      [disabled]="locked()"
      [attr.aria-valuetext]="shown()"
      (input)="changed.emit(slider.valueAsNumber)"
    />
    <p class="ends small" aria-hidden="true">
      <span>{{ setting().from }}</span><span>{{ setting().to }}</span>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    label {
      display: flex;
      justify-content: space-between;
      gap: 12px;
    }
    output {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    input {
      width: 100%;
      min-height: 32px;
      accent-color: var(--leaf);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      margin: 0;
    }
    @media (pointer: coarse) {
      input {
        min-height: 44px;
      }
    }
  `,
})
export class LimitSlider {
  readonly setting = input.required<Setting>();
  readonly label = input.required<string>();
  readonly value = input.required<number>();
  readonly shown = input.required<string>();
  readonly locked = input(false);
  readonly changed = output<number>();
  protected readonly id = computed(() => `limit-${this.setting().key.replaceAll('.', '-')}`);
  /** Points go by tenths where the standard does. */
  protected readonly step = computed(() => (Number.isInteger(this.setting().standard) ? 1 : 0.1));
}
