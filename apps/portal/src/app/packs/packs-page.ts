import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PacksView } from '@trellis/contracts';
import { Button, Card, Chip, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { Packable } from './packable';
import { PacksApi } from './packs-api';

/** What the clinic gives together, under names of its own; retired packs come last. */
@Component({
  selector: 'tr-packs-page',
  imports: [Button, Card, Chip, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  providers: [Packable],
  template: `
    <p>
      <a routerLink="/library">{{ 'library.back' | transloco }}</a>
    </p>
    <header>
      <h1>{{ 'packs.heading' | transloco }}</h1>
      <p class="small">{{ 'packs.lead' | transloco }}</p>
      @if (mayKeep) {
        <p class="tags">
          <a trButton routerLink="/packs/new">{{ 'packs.begin' | transloco }}</a>
        </p>
      }
    </header>
    <tr-state-panel
      [state]="state()"
      [heading]="
        (state() === 'error' ? 'packs.failed' : state() === 'empty' ? 'packs.none' : 'packs.loading')
          | transloco
      "
      [sentence]="state() === 'empty' ? ('packs.noneSentence' | transloco) : ''"
    >
      <tr-problem-note [problem]="opening.problem()" />
      @if (state() === 'error') {
        <button trButton type="button" (click)="open()">{{ 'packs.again' | transloco }}</button>
      }
      <ul panelContent>
        @for (pack of packs(); track pack.id) {
          <li>
            <tr-card>
              <h2>
                <a [routerLink]="['/packs', pack.id]">{{ pack.current.name }}</a>
              </h2>
              <p>{{ titles(pack) }}</p>
              <p class="tags">
                @if (pack.current.stage; as stage) {
                  <tr-chip>{{ 'library.stages.' + stage | transloco }}</tr-chip>
                }
                @if (pack.state === 'retired') {
                  <tr-chip tone="note">{{ 'library.states.retired' | transloco }}</tr-chip>
                }
              </p>
            </tr-card>
          </li>
        }
      </ul>
    </tr-state-panel>
  `,
  styleUrl: './packs.css',
})
export class PacksPage {
  readonly #api = inject(PacksApi);
  readonly #packable = inject(Packable);
  protected readonly mayKeep = inject(Session).may('library.keep');
  protected readonly opening = new Attempt();
  readonly #view = signal<PacksView | null>(null);
  protected readonly packs = computed(() => this.#view()?.packs ?? []);
  protected readonly state = computed(() => {
    if (this.opening.problem() !== null) return 'error';
    if (this.#view() === null) return 'loading';
    return this.packs().length === 0 ? 'empty' : 'full';
  });

  constructor() {
    void this.open();
  }

  protected async open(): Promise<void> {
    await this.opening.run(async () => {
      this.#view.set(await this.#api.list());
    });
  }

  protected titles({ current }: PacksView['packs'][number]): string {
    return current.exercises.map(({ code }) => this.#packable.titleOf(code)).join(' · ');
  }
}
