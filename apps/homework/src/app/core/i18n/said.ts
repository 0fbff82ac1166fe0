import { Pipe, type PipeTransform, inject } from '@angular/core';
import type { LocalizedText } from '@trellis/domain';
import { Languages } from './languages';

/** A text of an exercise in the language on screen. Follows a switch of language, hence not pure. */
@Pipe({ name: 'said', pure: false })
export class Said implements PipeTransform {
  readonly #languages = inject(Languages);

  transform(text: LocalizedText): string {
    return text[this.#languages.active()];
  }
}
