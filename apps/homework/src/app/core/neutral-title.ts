import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy } from '@angular/router';

/** The tab says "Trellis" on every page and nothing more. */
@Injectable()
export class NeutralTitle extends TitleStrategy {
  readonly #title = inject(Title);

  override updateTitle(): void {
    this.#title.setTitle('Trellis');
  }
}
