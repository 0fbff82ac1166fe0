import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InventoryEntry, InventoryView } from '@trellis/contracts';
import { Button, Field, Note, StatePanel } from '@trellis/ui';
import type { ClinicCopy } from '../core/draft/autosave';
import { type Draft, KeptDrafts } from '../core/draft/kept-drafts';
import { SaveBar } from '../core/draft/save-bar';
import type { Answers } from '../core/homework/own-homework';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnDocument } from './own-document';

type Line = 'period' | 'behaviour' | 'medium' | 'frequency' | 'timeCost' | 'moneyCost' | 'secrecy';

const fresh: InventoryEntry = {
  ...{ period: '', behaviour: '', medium: '', frequency: '', timeCost: '', moneyCost: '', secrecy: '' },
  ...{ realPersons: false, healthRisk: false, knownByPartner: 'no', source: 'memory' },
};

/** The history inventory: rows of plain facts, kept as they are written. Where two devices wrote, both lists stand. */
@Component({
  selector: 'tr-inventory-page',
  imports: [Button, Field, Note, OwnPage, ProblemNote, SaveBar, StatePanel, TranslocoPipe],
  templateUrl: './inventory-page.html',
  styleUrl: './inventory-page.css',
})
export class InventoryPage {
  readonly #document = inject(OwnDocument);
  readonly #drafts = inject(KeptDrafts);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly lines: readonly Line[] = [
    ...(['period', 'behaviour', 'medium', 'frequency'] as const),
    ...(['timeCost', 'moneyCost', 'secrecy'] as const),
  ];
  protected readonly known = ['yes', 'partly', 'no'] as const;
  protected readonly sources = ['memory', 'device', 'bank'] as const;
  protected readonly loading = new Attempt();
  protected readonly draft = signal<Draft | null>(null);
  protected readonly entries = computed(() => rowsOf(this.draft()?.state().answers ?? {}));
  protected readonly merged = signal(false);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly state = computed(() => {
    if (this.draft() !== null) return 'full';
    return this.loading.problem() === null ? 'loading' : 'error';
  });

  constructor() {
    void this.load();
    effect(() => {
      const other = this.draft()?.state().other ?? null;
      if (other !== null) untracked(() => this.#standBeside(rowsOf(other.answers)));
    });
  }

  protected add(): void {
    this.#change([...this.entries(), fresh]);
  }

  protected remove(at: number): void {
    this.#change(this.entries().filter((_, index) => index !== at));
  }

  protected set<K extends keyof InventoryEntry>(at: number, key: K, value: InventoryEntry[K]): void {
    this.#change(this.entries().map((row, index) => (index === at ? { ...row, [key]: value } : row)));
  }

  protected async leave(): Promise<void> {
    await this.draft()?.engine.flush();
    await this.#router.navigate(['/disclosure/disclosure-document']);
  }

  protected async load(): Promise<void> {
    await this.loading.run(async () => {
      this.draft.set(
        await this.#drafts.open('inventory', copyOf(await this.#document.inventory()), {
          save: (answers, version) => this.#document.saveInventory(rowsOf(answers), version),
          newest: async () => copyOf(await this.#document.inventory()),
        }),
      );
    });
  }

  /** The other device's rows, then those of this one that are not among them; nothing is dropped. */
  #standBeside(theirs: readonly InventoryEntry[]): void {
    const there = new Set(theirs.map((row) => JSON.stringify(row)));
    const mine = this.entries().filter((row) => !there.has(JSON.stringify(row)));
    this.draft()?.engine.settle({ entries: [...theirs, ...mine] });
    this.merged.set(true);
  }

  #change(entries: readonly InventoryEntry[]): void {
    this.draft()?.engine.change({ entries });
  }
}

/** The rows of a draft, which only this page writes. */
function rowsOf(answers: Answers): readonly InventoryEntry[] {
  const rows = answers['entries'];
  return Array.isArray(rows) ? (rows as readonly InventoryEntry[]) : [];
}

function copyOf({ entries, version }: InventoryView): ClinicCopy {
  return { answers: { entries }, version, savedAt: version === 0 ? null : new Date().toISOString() };
}
