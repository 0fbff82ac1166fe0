import { DOCUMENT, Injectable, inject } from '@angular/core';

const PROGRAM = '/shell.js';

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The program that keeps the empty shell of the app on this device, so that it opens without a connection. */
@Injectable({ providedIn: 'root' })
export class KeepShell {
  readonly #view = inject(DOCUMENT).defaultView;
  #begun = false;

  /** Once the page has come to rest: it must not be in the way of the first screen. */
  keep(): void {
    if (this.#begun || !this.#workers) return;
    this.#begun = true;
    setTimeout(() => void this.#workers?.register(address(this.#view)).catch(() => undefined), 1_000);
  }

  /** Nothing of the app stays on the device. */
  async forget(): Promise<void> {
    this.#begun = false;
    const registered = (await this.#workers?.getRegistrations()) ?? [];
    await Promise.all(registered.map((one) => one.unregister()));
    const stored = this.#view?.caches;
    for (const name of (await stored?.keys()) ?? []) await stored?.delete(name);
  }

  get #workers(): ServiceWorkerContainer | undefined {
    const navigator: Partial<Navigator> | undefined = this.#view?.navigator;
    return navigator?.serviceWorker;
  }
}

/** The content policy takes programs by address from this policy only, and it knows one. */
function address(view: unknown): string {
  const { trustedTypes } = view as { readonly trustedTypes?: Policies };
  if (trustedTypes === undefined) return PROGRAM;
  const policy = trustedTypes.createPolicy('trellis#shell', { createScriptURL: () => PROGRAM });
  return policy.createScriptURL(PROGRAM);
}
