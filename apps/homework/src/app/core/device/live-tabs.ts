import { Injectable } from '@angular/core';

const NAME = 'trellis-page-';

/** Which pages of this app are open in this browser. Each holds a lock for as long as it lives, and says nothing else. */
@Injectable({ providedIn: 'root' })
export class LiveTabs {
  readonly own = crypto.randomUUID();
  readonly #held = this.#hold();

  /** True while the page with that number is open; always true for this one. */
  async live(): Promise<(tab: string) => boolean> {
    await this.#held;
    const { held } = (await this.#locks?.query()) ?? { held: [] };
    const open = new Set((held ?? []).map(({ name }) => name));
    return (tab) => tab === this.own || open.has(NAME + tab);
  }

  /** Does something in one page at a time. */
  async alone<T>(what: string, act: () => Promise<T>): Promise<T> {
    return this.#locks === undefined ? act() : this.#locks.request(`trellis-${what}`, act);
  }

  async #hold(): Promise<void> {
    const locks = this.#locks;
    if (locks === undefined) return;
    await new Promise<void>((resolve) => {
      void locks.request(NAME + this.own, () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
  }

  get #locks(): LockManager | undefined {
    const here: Partial<Navigator> = navigator;
    return here.locks;
  }
}
