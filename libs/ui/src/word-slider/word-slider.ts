import { Component, computed, input, model } from '@angular/core';

/**
 * How much, from 0 to 10, said as a word and a line rather than a number. Unanswered until it is touched:
 * then the thumb has no place of its own and `unanswered` stands where the word will be.
 */
@Component({
  selector: 'tr-word-slider',
  host: { '[class.open]': 'value() === null' },
  template: `
    <label [for]="inputId()">{{ label() }}</label>
    <p class="word" aria-hidden="true">{{ word() }}</p>
    <input
      #slider
      type="range"
      min="0"
      max="10"
      step="1"
      [id]="inputId()"
      [value]="value() ?? 5"
      [style.--at]="at()"
      [attr.aria-valuetext]="word()"
      (input)="take(slider.value)"
      (click)="take(slider.value)"
      (keydown.enter)="take(slider.value)"
    />
    <p class="ends small" aria-hidden="true">
      <span>{{ from() }}</span><span>{{ to() }}</span>
    </p>
  `,
  styleUrl: './word-slider.css',
})
export class WordSlider {
  readonly label = input.required<string>();
  readonly inputId = input.required<string>();
  /** Words for stretches of the scale, evenly spread from 0 to 10; at least one. */
  readonly words = input.required<readonly string[]>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly unanswered = input.required<string>();
  readonly value = model<number | null>(null);

  protected readonly word = computed(() => {
    const value = this.value();
    return value === null ? this.unanswered() : wordFor(value, this.words());
  });
  protected readonly at = computed(() => `${((this.value() ?? 5) * 10).toString()}%`);

  protected take(raw: string): void {
    this.value.set(Number(raw));
  }
}

/** The word for a value from 0 to 10 when the words share the scale evenly. */
export function wordFor(value: number, words: readonly string[]): string {
  const at = Math.min(words.length - 1, Math.floor((value / 10.001) * words.length));
  return words[at] ?? '';
}
