import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { InventoryEntry } from '@trellis/contracts';
import { Announcer, Button, Field, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnDocument } from './own-document';

type Line = 'period' | 'behaviour' | 'medium' | 'frequency' | 'timeCost' | 'moneyCost' | 'secrecy';

const fresh: InventoryEntry = {
  ...{ period: '', behaviour: '', medium: '', frequency: '', timeCost: '', moneyCost: '', secrecy: '' },
  ...{ realPersons: false, healthRisk: false, knownByPartner: 'no', source: 'memory' },
};

/** The history inventory: rows of plain facts, kept together. Where two devices wrote, both lists stand. */
@Component({
  selector: 'tr-inventory-page',
  imports: [Button, Field, Note, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './inventory-page.html',
  styleUrl: './inventory-page.css',
})
export class InventoryPage {
  readonly #document = inject(OwnDocument);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly lines: readonly Line[] = [
    ...(['period', 'behaviour', 'medium', 'frequency'] as const),
    ...(['timeCost', 'moneyCost', 'secrecy'] as const),
  ];
  protected readonly known = ['yes', 'partly', 'no'] as const;
  protected readonly sources = ['memory', 'device', 'bank'] as const;
  protected readonly loading = new Attempt();
  protected readonly saving = new Attempt();
  protected readonly entries = signal<readonly InventoryEntry[] | null>(null);
  protected readonly version = signal(0);
  protected readonly unsaved = signal(false);
  protected readonly merged = signal(false);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly state = computed(() => {
    if (this.entries() !== null) return 'full';
    return this.loading.problem() === null ? 'loading' : 'error';
  });

  constructor() {
    void this.load();
  }

  protected add(): void {
    this.#change([...(this.entries() ?? []), fresh]);
  }

  protected remove(at: number): void {
    this.#change((this.entries() ?? []).filter((_, index) => index !== at));
  }

  protected set<K extends keyof InventoryEntry>(at: number, key: K, value: InventoryEntry[K]): void {
    this.#change((this.entries() ?? []).map((row, index) => (index === at ? { ...row, [key]: value } : row)));
  }

  protected async save(): Promise<void> {
    const entries = this.entries();
    if (entries === null) return;
    await this.saving.run(async () => {
      try {
        const saved = await this.#document.saveInventory(entries, this.version());
        this.version.set(saved.version);
        this.unsaved.set(false);
        this.merged.set(false);
        this.#announcer.say(this.#words.translate('document.inventory.saved'));
      } catch (failure) {
        if (toProblem(failure).code !== 'version_stale') throw failure;
        await this.#standBeside(entries);
      }
    });
  }

  protected async load(): Promise<void> {
    await this.loading.run(async () => {
      const { entries, version } = await this.#document.inventory();
      this.entries.set(entries);
      this.version.set(version);
    });
  }

  /** The other device's rows, then those of this one that are not among them; nothing is dropped. */
  async #standBeside(mine: readonly InventoryEntry[]): Promise<void> {
    const { entries, version } = await this.#document.inventory();
    const theirs = new Set(entries.map((row) => JSON.stringify(row)));
    this.entries.set([...entries, ...mine.filter((row) => !theirs.has(JSON.stringify(row)))]);
    this.version.set(version);
    this.merged.set(true);
  }

  #change(entries: readonly InventoryEntry[]): void {
    this.entries.set(entries);
    this.unsaved.set(true);
  }
}
