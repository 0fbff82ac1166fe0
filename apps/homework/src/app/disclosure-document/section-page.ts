import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnDocumentView } from '@trellis/contracts';
import { documentHints, documentSectionIds, sectionExercise, writingBlockWords } from '@trellis/domain';
import { Button, Note, StatePanel } from '@trellis/ui';
import { type Draft, KeptDrafts } from '../core/draft/kept-drafts';
import { SaveBar } from '../core/draft/save-bar';
import { TwoTexts } from '../core/draft/two-texts';
import type { Answers } from '../core/homework/own-homework';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnDocument } from './own-document';
import { SectionComments } from './section-comments';

const home = '/disclosure/disclosure-document';

/** One section: a large page to write on, what the therapist said of it beside, and places worth a second look. */
@Component({
  selector: 'tr-section-page',
  imports: [
    Button,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    SaveBar,
    SectionComments,
    StatePanel,
    TranslocoPipe,
    TwoTexts,
  ],
  templateUrl: './section-page.html',
  styleUrl: './section-page.css',
})
export class SectionPage {
  readonly section = input.required<string>();
  readonly #document = inject(OwnDocument);
  readonly #drafts = inject(KeptDrafts);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  protected readonly home = home;
  protected readonly blocks = writingBlockWords;
  protected readonly loading = new Attempt();
  protected readonly view = signal<OwnDocumentView | null>(null);
  protected readonly draft = signal<Draft | null>(null);
  protected readonly two = signal(false);
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly id = computed(() => documentSectionIds.find((id) => id === this.section()) ?? 'a');
  protected readonly exercise = computed(() => sectionExercise(this.id()));
  protected readonly own = computed(
    () => this.view()?.sections.find(({ section }) => section === this.id()) ?? null,
  );
  protected readonly comments = computed(() =>
    (this.view()?.comments ?? []).filter(({ section }) => section === this.id()),
  );
  protected readonly text = computed(() => {
    const value = this.draft()?.state().answers['text'] ?? this.own()?.text;
    return typeof value === 'string' ? value : '';
  });
  /** Found on this device, and sent nowhere. */
  protected readonly hints = computed(() => {
    const text = this.text();
    const found = documentHints(text, this.#languages.active(), this.view()?.ownNames ?? []);
    return found
      .slice(0, 12)
      .map(({ kind, start, length }) => ({ kind, words: text.slice(start, start + length) }));
  });

  constructor() {
    effect(() => {
      const section = this.section();
      untracked(() => void this.load(section));
    });
  }

  protected take(text: string): void {
    this.draft()?.engine.change({ text });
  }

  protected settle(answers: Answers): void {
    this.draft()?.engine.settle(answers);
    this.two.set(false);
  }

  protected async leave(): Promise<void> {
    await this.draft()?.engine.flush();
    await this.#router.navigate([home]);
  }

  protected async load(section: string): Promise<void> {
    this.draft.set(null);
    await this.loading.run(async () => {
      const view = await this.#document.page();
      const own = view.sections.find((one) => one.section === section);
      const place = `document:${section}`;
      if (view.stage !== 'writing' || own === undefined || own.block !== null) {
        this.#drafts.close(place);
        this.view.set(view);
        return;
      }
      // The draft first: what is typed must have a place from the beginning.
      this.draft.set(
        await this.#drafts.open(place, copyOf(view, section), {
          save: (answers, version) => this.#document.saveSection(section, version, textOf(answers)),
          newest: async () => copyOf(await this.#document.page(), section),
        }),
      );
      this.view.set(view);
    });
  }
}

function textOf(answers: Answers): string {
  const value = answers['text'];
  return typeof value === 'string' ? value : '';
}

function copyOf(
  view: OwnDocumentView,
  section: string,
): { answers: Answers; version: number; savedAt: string | null } {
  const own = view.sections.find((one) => one.section === section);
  return { answers: { text: own?.text ?? '' }, version: own?.version ?? 0, savedAt: own?.savedAt ?? null };
}
