import { Location } from '@angular/common';
import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Takes the secret out of a link's fragment and out of the address, so that it is in no history. */
@Injectable({ providedIn: 'root' })
export class LinkToken {
  readonly #document = inject(DOCUMENT);
  readonly #location = inject(Location);

  /** The token of the address on screen, or '' when it carries none. A second call finds nothing. */
  take(): string {
    const { hash, pathname } = this.#document.location;
    const token = /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? '';
    if (token !== '') this.#location.replaceState(pathname);
    return token;
  }
}
