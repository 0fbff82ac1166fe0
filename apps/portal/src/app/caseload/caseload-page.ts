import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon, StatePanel } from '@trellis/ui';
import { Subject, debounceTime } from 'rxjs';
import { ProblemNote } from '../core/http/problem-note';
import { Keys, type PageKey } from '../core/keyboard/keys';
import { Session } from '../core/session/session';
import { CaseloadList, type Sort, sorts } from './caseload-list';
import { CaseloadTable } from './caseload-table';
import { mayAddCouple } from './may-add-couple';

const SEARCH_PAUSE_MS = 250;

/** The list a day begins with. Search and order live in the address, so that a list can be kept and shared. */
@Component({
  selector: 'tr-caseload-page',
  imports: [Button, CaseloadTable, Icon, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './caseload-page.html',
  styleUrl: './caseload-page.css',
  providers: [CaseloadList],
})
export class CaseloadPage {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #injector = inject(Injector);
  readonly #typed = new Subject<string>();
  #sent: string | null = null;
  protected readonly list = inject(CaseloadList);
  protected readonly sorts = sorts;

  /** From the address. */
  readonly search = input<string>();
  /** From the address; an unknown order counts as by name. */
  readonly sort = input<string>();

  protected readonly order = computed<Sort>(() => sorts.find((one) => one === this.sort()) ?? 'name');
  /** What stands in the search field. An address that follows the typing does not overtake it. */
  protected readonly text = linkedSignal<string, string>({
    source: () => this.search() ?? '',
    computation: (search, before) => (before !== undefined && search === this.#sent ? before.value : search),
  });
  protected readonly mayAdd = computed(() => mayAddCouple(this.#session));
  protected readonly mayOpenInEmergency = computed(() => this.#session.may('emergency.open'));
  protected readonly withReadings = computed(() => this.#session.may('predictors.read'));
  protected readonly table = viewChild(CaseloadTable);
  private readonly searchField = viewChild.required<ElementRef<HTMLInputElement>>('searchField');

  constructor() {
    effect(() => {
      const query = { search: (this.search() ?? '').trim(), sort: this.order() };
      untracked(() => {
        this.table()?.current.set(-1);
        void this.list.show(query);
      });
    });
    this.#typed.pipe(debounceTime(SEARCH_PAUSE_MS), takeUntilDestroyed()).subscribe((search) => {
      this.#sent = search.trim() === '' ? '' : search;
      this.address({ search: this.#sent === '' ? null : search });
    });
    this.#listenToKeys();
  }

  protected type(text: string): void {
    this.text.set(text);
    this.#typed.next(text);
  }

  /** Shows more and goes on at the first new row, since the button may be gone by then. */
  protected async more(): Promise<void> {
    const shown = this.list.rows().length;
    await this.list.more();
    afterNextRender(
      () => {
        this.table()?.goOn(shown);
      },
      { injector: this.#injector },
    );
  }

  protected address(queryParams: { readonly search?: string | null; readonly sort?: string }): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  #listenToKeys(): void {
    const key = (name: string, words: string, press: () => void): PageKey => ({ key: name, words, press });
    const keys = [
      key('/', 'caseload.keys.search', () => {
        this.searchField().nativeElement.select();
      }),
      key('j', 'caseload.keys.next', () => this.table()?.move(1)),
      key('k', 'caseload.keys.previous', () => this.table()?.move(-1)),
      key('Enter', 'caseload.keys.open', () => {
        this.#open();
      }),
      key('c', 'caseload.keys.add', () => void this.#router.navigate(['/caseload/new'])),
    ];
    inject(Keys).add(this.mayAdd() ? keys : keys.slice(0, -1), inject(DestroyRef));
  }

  #open(): void {
    const row = this.list.rows()[this.table()?.current() ?? -1];
    if (row !== undefined) void this.#router.navigate(['/couples', row.id]);
  }
}
