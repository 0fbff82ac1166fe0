import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, DOCUMENT, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExportView, ReportPreviewView } from '@trellis/contracts';
import { Announcer, Button, Card, Icon, ProgressBar, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Keys } from '../core/keyboard/keys';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { ExportLedger } from './export-ledger';
import { Exports } from './exports';
import { fileName } from './ledger-line';
import { ReportPreview } from './report-preview';

/** Reports of the clinic: the first rows, the export with its progress, and what left the building before. */
@Component({
  selector: 'tr-reports-page',
  imports: [
    Button,
    Card,
    ExportLedger,
    Icon,
    ProblemNote,
    ProgressBar,
    ReportPreview,
    StatePanel,
    StepUpDialog,
    TranslocoPipe,
  ],
  providers: [Exports, StepUp],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
})
export class ReportsPage {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  readonly #stepUp = inject(StepUp);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly exports = inject(Exports);
  protected readonly preview = httpResource<ReportPreviewView>(() =>
    apiUrl(paths.clinic.reports, 'caseload', 'preview'),
  );

  protected readonly timeZone = computed(() => this.#session.clinic()?.timeZone ?? 'UTC');
  protected readonly ordering = signal(false);
  protected readonly fetching = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly previewProblem = computed(() =>
    this.preview.error() === undefined ? null : toProblem(this.preview.error()),
  );
  protected readonly previewState = computed(() => {
    if (this.previewProblem() !== null) return 'error';
    const shown = this.shown();
    if (shown === null) return 'loading';
    return shown.total === 0 ? 'empty' : 'full';
  });
  protected readonly progress = computed(() => {
    const running = this.exports.underWay();
    if (running === null || running.rowsTotal === null) return this.words.say('reports.progress.waiting');
    return this.words.say('reports.progress.rows', { done: running.rowsDone, total: running.rowsTotal });
  });

  constructor() {
    void this.exports.load();
    effect(() => {
      if (this.exports.finished() > 0)
        untracked(() => {
          this.#announcer.say(this.words.say('reports.progress.done'));
        });
    });
    inject(Keys).add(
      [{ key: 'e', words: 'reports.keys.export', press: () => void this.order() }],
      inject(DestroyRef),
    );
  }

  protected async order(): Promise<void> {
    if (this.ordering()) return;
    this.ordering.set(true);
    await this.#attempt(() => this.#stepUp.run(() => this.exports.order()));
    this.ordering.set(false);
  }

  protected async download(view: ExportView): Promise<void> {
    if (this.fetching() !== null) return;
    this.fetching.set(view.id);
    await this.#attempt(() =>
      this.#stepUp.run(async () => {
        this.#hand(await this.exports.file(view.id), fileName(view));
        this.#announcer.say(this.words.say('reports.ledger.downloaded'));
      }),
    );
    this.fetching.set(null);
  }

  async #attempt(act: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await act();
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  /** Gives the bytes to the browser as a file; they never leave this page otherwise. */
  #hand(bytes: ArrayBuffer, name: string): void {
    const address = URL.createObjectURL(new Blob([bytes], { type: 'text/csv' }));
    const link = this.#document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  }
}
