import { Injectable, signal } from '@angular/core';

/** The token every write carries. Lives in memory only; it arrives with the session. */
@Injectable({ providedIn: 'root' })
export class RequestToken {
  readonly current = signal<string | null>(null);
}
