import { Component, computed, input } from '@angular/core';

/** Progress of a job in counted steps. Without a total it shows that work goes on, without a number. */
@Component({
  selector: 'tr-progress-bar',
  template: `
    <progress
      [attr.value]="total() === null ? null : value()"
      [attr.max]="total()"
      [attr.aria-label]="label()"
    ></progress>
    <span class="small">{{ sentence() || percent() }}</span>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(80px, 1fr) auto;
      gap: 12px;
      align-items: center;
    }
    progress {
      width: 100%;
      height: 6px;
      overflow: hidden;
      appearance: none;
      background: var(--surface-2);
      border: 0;
      border-radius: 3px;
    }
    ::-webkit-progress-bar {
      background: var(--surface-2);
    }
    ::-webkit-progress-value {
      background: var(--leaf);
      border-radius: 3px;
    }
    ::-moz-progress-bar {
      background: var(--leaf);
    }
  `,
})
export class ProgressBar {
  readonly label = input.required<string>();
  /** Steps done, 0 to `total`. */
  readonly value = input.required<number>();
  readonly total = input.required<number | null>();
  /** Words in place of the percentage: "120 of 300 couples". */
  readonly sentence = input('');
  protected readonly percent = computed(() => {
    const total = this.total();
    return total === null || total === 0 ? '' : `${Math.floor((100 * this.value()) / total).toString()} %`;
  });
}
