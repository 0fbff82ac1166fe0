import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseAftercareView, CorrectionView, CorrectionWordsView } from '@trellis/contracts';
import { Button, Chip } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CaseAftercare } from './case-aftercare';

/** Additions to the disclosure, oldest first, with their days and the one step that comes next. */
@Component({
  selector: 'tr-correction-list',
  imports: [Button, Chip, TranslocoPipe],
  template: `
    <p class="small">{{ 'aftercare.corrections.who' | transloco }}</p>
    @for (row of rows(); track row.correction.id) {
      <section>
        <b>{{ row.heading }}</b>
        <span class="small">{{ row.told }}</span>
        <span class="small">{{ row.met }}</span>
        @if (row.correction.meet === 'late' || row.correction.tell === 'late') {
          <tr-chip tone="note">{{ 'aftercare.corrections.late' | transloco }}</tr-chip>
        }
        <div class="acts">
          @if (row.correction.notes > 0 && !words()[row.correction.id]) {
            <button trButton small type="button" (click)="read(row.correction.id)">
              {{ 'aftercare.corrections.read' | transloco }}
            </button>
          }
          @if (row.next; as next) {
            <button
              trButton
              small
              type="button"
              [busy]="aftercare.busy()"
              (click)="move(row.correction, next)"
            >
              {{ 'aftercare.corrections.steps.' + next | transloco }}
            </button>
          }
        </div>
        @for (note of words()[row.correction.id]?.notes ?? []; track $index) {
          <blockquote>{{ note.words }}</blockquote>
        }
      </section>
    } @empty {
      <p>{{ 'aftercare.corrections.none' | transloco }}</p>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 4px;
      justify-items: start;
      padding: 10px 0;
      border-top: 1px solid var(--line);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    blockquote {
      margin: 4px 0 0;
      padding-left: 12px;
      border-left: 3px solid var(--rp, var(--line));
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class CorrectionList {
  readonly view = input.required<CaseAftercareView>();
  readonly corrections = input.required<readonly CorrectionView[]>();
  readonly #words = inject(Words);
  protected readonly aftercare = inject(CaseAftercare);
  protected readonly words = signal<Readonly<Record<string, CorrectionWordsView>>>({});
  protected readonly rows = computed(() => {
    const zone = this.view().timeZone;
    const say = (key: string, at: string | null): string =>
      at === null
        ? ''
        : this.#words.say(`aftercare.corrections.${key}`, { when: this.#words.moment(at, zone) });
    return this.corrections().map((correction, at) => ({
      correction,
      heading: this.#words.say('aftercare.corrections.one', {
        ...{ number: at + 1, when: this.#words.moment(correction.recalledAt, zone) },
      }),
      told: say('told', correction.toldAt) || say('tellBy', correction.tellBy),
      met: say('met', correction.metAt) || this.#meetBy(correction.meetBy),
      next: nextOf(correction, this.view().needsReview && at >= 2),
    }));
  });

  protected async read(id: string): Promise<void> {
    const opened = await this.aftercare.correctionWords(id);
    this.words.update((before) => ({ ...before, [id]: opened }));
  }

  protected async move(correction: CorrectionView, step: 'told' | 'met' | 'reviewed'): Promise<void> {
    await this.aftercare.moveCorrection(correction, { step, at: new Date().toISOString() });
  }

  #meetBy(day: string | null): string {
    return day === null
      ? ''
      : this.#words.say('aftercare.corrections.meetBy', { when: this.#words.day(day) });
  }
}

function nextOf(
  { toldAt, metAt, reviewedAt }: CorrectionView,
  review: boolean,
): 'told' | 'met' | 'reviewed' | null {
  if (toldAt === null) return 'told';
  if (metAt === null) return 'met';
  return review && reviewedAt === null ? 'reviewed' : null;
}
