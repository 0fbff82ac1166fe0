import {
  Component,
  DestroyRef,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnTurnsView, TurnActRequest } from '@trellis/contracts';
import { Announcer, Button, ChoiceList, StatePanel, type Option } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnTurns } from './own-turns';
import { TurnRing } from './turn-ring';
import { timeWords } from './time-words';

const lookEveryMs = 5_000;

/** Turns with a clock, on one phone that goes from hand to hand or on two. Words stand in the halves, never here. */
@Component({
  selector: 'tr-turns-page',
  imports: [Button, ChoiceList, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe, TurnRing],
  templateUrl: './turns-page.html',
  styleUrl: './turns-page.css',
})
export class TurnsPage {
  readonly taskId = input.required<string>();
  /** From the address, so that it outlives a reload: one phone for both, or each their own. */
  readonly phones = input<'one' | 'two'>();
  readonly #turns = inject(OwnTurns);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  readonly #languages = inject(Languages);
  readonly #document = inject(DOCUMENT);
  readonly #since = signal(0);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnTurnsView | null>(null);
  protected readonly first = signal<'RP' | 'BP' | null>(null);
  protected readonly side = computed(() => this.#session.person()?.side ?? 'RP');
  protected readonly passed = computed(() => this.phones() === 'one');
  protected readonly turn = computed(() => this.view()?.turns[this.view()?.turn ?? 0] ?? null);
  protected readonly secondsLeft = computed(() => {
    const view = this.view();
    const ran = view?.state === 'running' ? this.#since() : 0;
    return Math.max(0, (view?.secondsLeft ?? 0) - ran);
  });
  protected readonly share = computed(() => {
    const seconds = this.turn()?.seconds ?? 0;
    return seconds === 0 ? 0 : this.secondsLeft() / seconds;
  });
  protected readonly time = computed(() => timeWords(this.secondsLeft()));
  protected readonly names = computed(() => this.#namesFor(this.turn()?.by ?? 'RP'));
  protected readonly next = computed(() => {
    const view = this.view();
    const after = view?.turns[view.turn + 1];
    return after === undefined ? null : this.#namesFor(after.by).speaker;
  });
  protected readonly key = computed(() => {
    const kind = this.turn()?.kind ?? 'speak';
    if (this.passed()) return `passed.${kind}`;
    return `${this.turn()?.by === this.side() ? 'mine' : 'theirs'}.${kind}`;
  });
  protected readonly beginners = computed((): readonly Option<'RP' | 'BP'>[] =>
    (['RP', 'BP'] as const).map((value) => ({ value, label: this.#nameOf(value) })),
  );
  protected readonly ways = computed((): readonly Option<'one' | 'two'>[] => {
    this.#languages.active();
    return (['one', 'two'] as const).map((value) => ({
      ...{ value, label: this.#words.translate<string>(`turns.phones.${value}`) },
      note: this.#words.translate<string>(`turns.phones.${value}Note`),
    }));
  });

  constructor() {
    effect(() => {
      const taskId = this.taskId();
      untracked(() => void this.load(taskId));
    });
    const second = setInterval(() => {
      this.#since.update((seconds) => seconds + 1);
    }, 1000);
    const look = setInterval(() => void this.#look(), lookEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(second);
      clearInterval(look);
    });
  }

  protected async load(taskId: string): Promise<void> {
    this.view.set(null);
    await this.attempt.run(async () => {
      this.#show(await this.#turns.one(taskId));
    });
  }

  protected async act(act: TurnActRequest['act']): Promise<void> {
    const view = this.view();
    if (view === null) return;
    const first = act === 'start' ? { first: this.first() ?? this.side() } : {};
    await this.attempt.run(async () => {
      try {
        this.#show(await this.#turns.act(view, { act, ...first }));
      } catch (failure) {
        const { code } = toProblem(failure);
        if (code !== 'version_stale' && code !== 'turns_refused') throw failure;
        // The other was quicker: what stands now is shown instead.
        this.#show(await this.#turns.one(view.taskId));
      }
    });
  }

  protected choose(phones: 'one' | 'two' | null): void {
    void this.#router.navigate([], { queryParams: { phones }, replaceUrl: true });
  }

  /** What the other device did meanwhile. A look that fails is made again; the page stays as it is. */
  async #look(): Promise<void> {
    const state = this.view()?.state;
    if (state === undefined || this.attempt.busy() || this.#document.hidden) return;
    try {
      const view = await this.#turns.one(this.taskId());
      if (!this.attempt.busy()) this.#show(view);
    } catch {
      return;
    }
  }

  #show(view: OwnTurnsView): void {
    const before = this.view();
    this.view.set(view);
    this.#since.set(0);
    if (before === null || (before.turn === view.turn && before.state === view.state)) return;
    const key = view.state === 'running' ? `turns.says.${this.key()}` : `turns.states.${view.state}`;
    this.#announcer.say(this.#words.translate(key, this.names()));
  }

  #nameOf(side: 'RP' | 'BP'): string {
    this.#languages.active();
    const partner = this.#session.partnerName() || this.#words.translate<string>('turns.partner');
    return side === this.side() ? (this.#session.person()?.name ?? '') : partner;
  }

  #namesFor(speaker: 'RP' | 'BP'): Readonly<Record<'speaker' | 'listener', string>> {
    const listener = speaker === 'RP' ? 'BP' : 'RP';
    return { speaker: this.#nameOf(speaker), listener: this.#nameOf(listener) };
  }
}
