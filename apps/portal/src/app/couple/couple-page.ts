import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { DisclosureTabs, isOfDisclosure } from '../core/disclosure-tabs/disclosure-tabs';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { filter, map } from 'rxjs';
import { CoupleHeader } from './couple-header';

interface Tab {
  /** Segment below the couple's address; '' for the overview. */
  readonly path: string;
  readonly words: string;
  /** What opening the tab asks for; null for everyone who may see the couple. */
  readonly needs: string | null;
}

const TABS: readonly Tab[] = [
  { path: '', words: 'couple.tabs.overview', needs: null },
  { path: 'disclosure', words: 'couple.tabs.disclosure', needs: 'disclosure.read' },
  { path: 'stages', words: 'couple.tabs.stages', needs: 'stages.read' },
  { path: 'homework', words: 'couple.tabs.homework', needs: 'homework.read' },
  { path: 'predictors', words: 'couple.tabs.predictors', needs: 'predictors.read' },
  { path: 'instruments', words: 'couple.tabs.measures', needs: 'homework.review' },
  { path: 'progress-notes', words: 'couple.tabs.progressNotes', needs: 'progress_notes.read' },
  { path: 'care-team', words: 'couple.tabs.careTeam', needs: null },
  { path: 'private-notes', words: 'couple.tabs.privateNotes', needs: 'psychotherapy_notes.keep' },
];

/** Frame of a couple's workspace: the same header on every tab. */
@Component({
  selector: 'tr-couple-page',
  imports: [
    Button,
    CoupleHeader,
    DisclosureTabs,
    ProblemNote,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './couple-page.html',
  styleUrl: './couple-page.css',
  providers: [CurrentCouple],
})
export class CouplePage {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #address = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.#router.url },
  );
  protected readonly couple = inject(CurrentCouple);

  /** From the address. */
  readonly coupleId = input.required<string>();

  protected readonly tabs = computed(() =>
    TABS.filter(({ needs }) => needs === null || this.#session.may(needs)),
  );
  /** The disclosure is several areas with one tab between them. */
  protected readonly inDisclosure = computed(() => isOfDisclosure(this.#address()));
  protected readonly exact = { exact: true };
  protected readonly anywhere = { exact: false };
  protected readonly gone = computed(() => this.couple.problem()?.code === 'not_found');

  protected linkOf({ path }: Tab): readonly string[] {
    return ['/couples', this.coupleId(), ...(path === '' ? [] : [path])];
  }

  constructor() {
    effect(() => {
      this.couple.open(this.coupleId());
    });
  }
}
