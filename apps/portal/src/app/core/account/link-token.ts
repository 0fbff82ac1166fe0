import { DOCUMENT, Injectable, inject } from '@angular/core';
import { takeSecret } from '@trellis/ui';

/** The secret of the link that the portal was opened with. It has left the address before the app starts. */
@Injectable({ providedIn: 'root' })
export class LinkToken {
  readonly #view = inject(DOCUMENT).defaultView;

  /** The token, or '' when the link carried none. A second call finds nothing. */
  take(): string {
    return this.#view === null ? '' : (takeSecret(this.#view) ?? '');
  }
}
