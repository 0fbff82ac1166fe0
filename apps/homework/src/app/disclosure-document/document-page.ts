import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnDocumentSectionView, OwnDocumentView } from '@trellis/contracts';
import { documentPlan, writingBlockWords } from '@trellis/domain';
import { Announcer, Button, Chip, Icon, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { LegalQuestion } from './legal-question';
import { OwnDocument } from './own-document';

/** The document as a list of its sections: where each stands, what comes first, and handing a round in. */
@Component({
  selector: 'tr-document-page',
  imports: [
    Button,
    Chip,
    Icon,
    LegalQuestion,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './document-page.html',
  styleUrl: './document-page.css',
})
export class DocumentPage {
  readonly #document = inject(OwnDocument);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly loading = new Attempt();
  protected readonly handing = new Attempt();
  protected readonly view = signal<OwnDocumentView | null>(null);
  protected readonly plan = documentPlan;
  protected readonly blocks = writingBlockWords;
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly state = computed(() => {
    if (this.view() !== null) return 'full';
    return this.loading.problem() === null ? 'loading' : 'error';
  });
  protected readonly newest = computed(() => this.view()?.versions.at(-1) ?? null);
  protected readonly mayHandIn = computed(
    () => this.view()?.stage === 'writing' && (this.view()?.sections.some(({ changed }) => changed) ?? false),
  );
  /** The strongest reason to wait, said once above the list. */
  protected readonly stop = computed(
    () => this.view()?.sections.find(({ block }) => block === 'stop_and_call')?.block ?? null,
  );

  constructor() {
    void this.load();
  }

  protected markOf({ standing, changed, text }: OwnDocumentSectionView): string {
    if (changed && text.trim() !== '') return 'saved';
    return standing === 'not_written' && text.trim() === '' ? 'empty' : standing;
  }

  protected commentsOn(section: string): number {
    return (this.view()?.comments ?? []).filter((one) => one.section === section && one.settledAt === null)
      .length;
  }

  protected day(instant: string): string {
    const timeZone = this.#session.clinic()?.timeZone;
    const style = { dateStyle: 'long', ...(timeZone === undefined ? {} : { timeZone }) } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(instant));
  }

  protected async handIn(): Promise<void> {
    const view = this.view();
    if (view === null) return;
    await this.handing.run(async () => {
      await this.#document.handIn({
        basedOn: view.versions.at(-1)?.number ?? null,
        sections: view.sections
          .filter(({ version }) => version > 0)
          .map(({ section, version }) => ({ section, version })),
      });
      this.#announcer.say(this.#words.translate('document.handIn.said', this.names()));
      this.view.set(await this.#document.page());
    });
  }

  protected async load(): Promise<void> {
    await this.loading.run(async () => {
      this.view.set(await this.#document.page());
    });
  }
}
