import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { LockedNotes } from '../core/device/locked-notes';
import { DeviceCopies, type DraftCopy, type Found } from '../core/draft/device-copy';
import { TaskDrafts } from '../core/draft/task-drafts';
import { Languages } from '../core/i18n/languages';
import { TakeOff } from './take-off';

/** What this device alone has: notes from a time without a connection, and drafts that could not go out by themselves. */
@Component({
  selector: 'tr-kept-here',
  imports: [Button, RouterLink, TakeOff, TranslocoPipe],
  template: `
    @if (notes.all().length > 0) {
      <section class="stack-s">
        <h2>{{ 'writing.notes.heading' | transloco }}</h2>
        <p class="small">{{ 'writing.notes.sentence' | transloco }}</p>
        @for (note of notes.all(); track note.name) {
          <p class="sheet words">{{ note.text }}</p>
          <tr-take-off (gone)="notes.remove([note])" />
        }
      </section>
    }
    @if (drafts().length > 0) {
      <section class="stack-s">
        <h2>{{ 'writing.kept.heading' | transloco }}</h2>
        <p class="small">{{ 'writing.kept.sentence' | transloco }}</p>
        @for (draft of drafts(); track draft.found.name) {
          <h3>{{ 'writing.kept.one' | transloco: { when: draft.when } }}</h3>
          @for (text of draft.texts; track $index) {
            <p class="sheet words">{{ text }}</p>
          }
          <a trButton small [routerLink]="draft.found.page">{{ 'writing.kept.open' | transloco }}</a>
          <tr-take-off (gone)="takeOff(draft.found)" />
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 24px;
    }
    :host(:empty) {
      display: none;
    }
    h3 {
      font-size: 1.0625rem;
      font-weight: 600;
    }
  `,
})
export class KeptHere {
  readonly #copies = inject(DeviceCopies);
  readonly #tasks = inject(TaskDrafts);
  readonly #languages = inject(Languages);
  readonly #found = signal<readonly Found<DraftCopy>[]>([]);
  protected readonly notes = inject(LockedNotes);
  protected readonly drafts = computed(() => {
    const style = { dateStyle: 'long', timeStyle: 'short' } as const;
    const day = new Intl.DateTimeFormat(this.#languages.active(), style);
    return this.#found().map((found) => ({
      found,
      when: day.format(found.at),
      texts: textsOf(found.what.answers),
    }));
  });

  constructor() {
    void this.notes.load();
    void this.#load();
  }

  protected async takeOff(found: Found<DraftCopy>): Promise<void> {
    await this.#copies.remove(found);
    await this.#load();
  }

  async #load(): Promise<void> {
    await this.#tasks.goOn();
    const left = await this.#copies.leftBehind();
    this.#found.set(left.filter((one): one is Found<DraftCopy> => isDraft(one.what)));
  }
}

function isDraft(what: unknown): boolean {
  return typeof what === 'object' && what !== null && 'answers' in what;
}

/** All words of a draft, wherever they stand in it. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
