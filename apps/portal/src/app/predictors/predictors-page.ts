import {
  ApplicationRef,
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { predictorCodes } from '@trellis/domain';
import { Announcer, Button, Card, Chip, DyadicChart, Note, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Keys } from '../core/keyboard/keys';
import { ChartWords } from './chart-words';
import { CoupleEpisodes } from './couple-episodes';
import { CouplePredictors } from './couple-predictors';
import { EpisodeCard } from './episode-card';
import { inRange, rangeOf, rangesFor, type ChartRange } from './chart-range';
import { PersonTrackers } from './person-trackers';
import { PredictorsPrint } from './predictors-print';
import { ReadingSum } from './reading-sum';
import { ShownChanges } from './shown-changes';
import { SmallMultiple } from './small-multiple';
import { TherapistRating } from './therapist-rating';
import { TrustTriad } from './trust-triad';

/** Five small multiples, one chart large, and the therapist's rating when it is due. */
@Component({
  selector: 'tr-predictors-page',
  imports: [
    Button,
    Card,
    Chip,
    DyadicChart,
    EpisodeCard,
    Note,
    PersonTrackers,
    PredictorsPrint,
    ProblemNote,
    ReadingSum,
    ShownChanges,
    SmallMultiple,
    StatePanel,
    TherapistRating,
    TranslocoPipe,
    TrustTriad,
  ],
  providers: [CouplePredictors, CoupleEpisodes, ChartWords],
  templateUrl: './predictors-page.html',
  styleUrl: './predictors-page.css',
})
export class PredictorsPage {
  readonly coupleId = input.required<string>();
  /** The predictor shown large, from the address. */
  readonly predictor = input<string>();
  /** The reading whose sum is open, from the address. */
  readonly readOn = input<string>();
  /** How much of the chart is shown, from the address. */
  readonly range = input<string>();

  readonly #router = inject(Router);
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #announcer = inject(Announcer);
  private readonly large = viewChild<string, ElementRef<HTMLElement>>('large', { read: ElementRef });
  protected readonly words = inject(Words);
  protected readonly chartWords = inject(ChartWords);
  protected readonly predictors = inject(CouplePredictors);
  protected readonly episodes = inject(CoupleEpisodes);
  /** Those that are not closed, and the last one that was. */
  protected readonly shown = computed(() => {
    const all = this.episodes.episodes();
    const closed = all.find((one) => ended(one.state));
    return all.filter((one) => !ended(one.state) || one === closed);
  });

  protected readonly chosen = computed(
    () => predictorCodes.find((code) => code === this.predictor()) ?? predictorCodes[0],
  );
  protected readonly chart = computed(
    () => this.predictors.view()?.predictors.find(({ predictor }) => predictor === this.chosen()) ?? null,
  );
  protected readonly ranges = computed(() => rangesFor(this.chart()?.readings.length ?? 0));
  protected readonly inView = computed<ChartRange>(() =>
    rangeOf(this.range(), this.chart()?.readings.length ?? 0),
  );
  protected readonly readings = computed(() => inRange(this.chart()?.readings ?? [], this.inView()));
  /** The instant of printing while the browser makes pages; null otherwise. */
  protected readonly printedAt = signal<string | null>(null);
  protected readonly opened = computed(
    () => this.chart()?.readings.find(({ readOn }) => readOn === this.readOn())?.readOn ?? null,
  );
  protected readonly due = computed(() => this.predictors.view()?.therapistRatingDue ?? null);
  /** The form is asked for, of this couple. */
  protected readonly rating = linkedSignal<string, boolean>({
    source: this.coupleId,
    computation: () => false,
  });

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.predictors.show(coupleId);
        this.episodes.show(coupleId);
      });
    });
    const byNumber = predictorCodes.map((code, index) => ({
      key: `${index + 1}`,
      words: `couple.predictors.short.${code}`,
      press: () => {
        this.choose(code);
      },
    }));
    const walk = [
      {
        key: 'ArrowLeft',
        words: 'predictors.keys.earlier',
        press: () => {
          this.#walk(-1);
        },
      },
      {
        key: 'ArrowRight',
        words: 'predictors.keys.later',
        press: () => {
          this.#walk(1);
        },
      },
    ];
    const destroyed = inject(DestroyRef);
    inject(Keys).add([...byNumber, ...walk], destroyed);
    this.#followPrinting(destroyed);
  }

  /** Asks the browser to print, to paper or to a PDF: both are the same pages. */
  protected print(): void {
    this.#window?.print();
  }

  protected zoom(range: ChartRange): void {
    this.#show({ range, readOn: null });
  }

  protected choose(predictor: string): void {
    this.#show({ predictor, readOn: null });
  }

  protected openSum(readOn: string): void {
    this.#show({ readOn });
  }

  /** Back to the chart, where the question stood. */
  protected closeSum(): void {
    this.#show({ readOn: null });
    this.#walker()?.focus();
  }

  /** Numbers choose a predictor also while the focus is on the walker of the chart. */
  protected chooseByNumber(event: KeyboardEvent): void {
    const code = predictorCodes[Number(event.key) - 1];
    if (code !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) this.choose(code);
  }

  protected finish(): void {
    this.rating.set(false);
    if (this.due() === null) this.#announcer.say(this.words.say('predictors.rating.saved'));
  }

  /** Pages for print are made when the browser asks for them, by the button or by its own menu. */
  #followPrinting(destroyed: DestroyRef): void {
    const page = inject(ApplicationRef);
    const show = (at: string | null): void => {
      this.printedAt.set(at);
      page.tick();
    };
    const before = (): void => {
      show(new Date().toISOString());
    };
    const after = (): void => {
      show(null);
    };
    this.#window?.addEventListener('beforeprint', before);
    this.#window?.addEventListener('afterprint', after);
    destroyed.onDestroy(() => {
      this.#window?.removeEventListener('beforeprint', before);
      this.#window?.removeEventListener('afterprint', after);
    });
  }

  /** Moves the chart's walker, which then has the focus and reads the reading aloud. */
  #walk(by: 1 | -1): void {
    const walker = this.#walker();
    if (!walker) return;
    walker.focus();
    walker.stepUp(by);
    walker.dispatchEvent(new Event('input'));
  }

  #walker(): HTMLInputElement | null {
    return this.large()?.nativeElement.querySelector<HTMLInputElement>('input[type=range]') ?? null;
  }

  #show(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

function ended(state: string): boolean {
  return ['resolved', 'expected', 'false_alarm'].includes(state);
}
