import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnReadinessPartView } from '@trellis/contracts';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { informationReleaseText } from '@trellis/vocabulary';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { OwnDays } from './own-days';
import { OwnReadiness } from './own-readiness';

/** One release of information: who may tell whom what, until when. Signed here, and taken back here. */
@Component({
  selector: 'tr-release-page',
  imports: [Button, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="words">
      <h1>{{ 'readiness.release.title' | transloco }}</h1>
      <tr-state-panel
        [state]="state()"
        [heading]="(state() === 'loading' ? 'readiness.loading' : 'readiness.failed') | transloco"
        [rows]="5"
      >
        <div panelContent class="stack">
          @if (release(); as now) {
            <dl>
              <dt>{{ 'readiness.release.who' | transloco }}</dt>
              <dd>{{ facts().who }}</dd>
              <dt>{{ 'readiness.release.about' | transloco }}</dt>
              <dd>{{ facts().about }}</dd>
              <dt>{{ 'readiness.release.until' | transloco }}</dt>
              <dd>{{ facts().until }}</dd>
            </dl>
            @for (paragraph of text(); track $index) {
              <p>{{ paragraph }}</p>
            }
            <p class="lede">{{ facts().stands }}</p>
            @if (now.revokedAt === null && !now.expired) {
              <div class="pair">
                @if (now.signedAt === null) {
                  <button trButton type="button" [busy]="attempt.busy()" (click)="act('sign')">
                    {{ 'readiness.release.sign' | transloco }}
                  </button>
                }
                <button trButton type="button" [busy]="attempt.busy()" (click)="act('revoke')">
                  {{
                    (now.signedAt === null ? 'readiness.release.refuse' : 'readiness.release.revoke')
                      | transloco
                  }}
                </button>
              </div>
            }
          } @else {
            <p>{{ 'readiness.release.gone' | transloco }}</p>
          }
        </div>
      </tr-state-panel>
      <tr-problem-note [problem]="attempt.problem()" />
      <a trButton look="quiet" wide class="push" routerLink="/disclosure/readiness">
        {{ 'readiness.answer.leave' | transloco }}
      </a>
    </tr-own-page>
  `,
  styleUrl: './answer-page.css',
  styles: `
    dl {
      display: grid;
      gap: 4px;
    }
    dt {
      color: var(--ink-2);
      font-size: var(--small-size);
    }
    dd {
      margin: 0 0 8px;
    }
  `,
})
export class ReleasePage {
  readonly releaseId = input.required<string>();
  readonly #readiness = inject(OwnReadiness);
  readonly #languages = inject(Languages);
  readonly #days = inject(OwnDays);
  readonly #announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly part = signal<OwnReadinessPartView | null>(null);
  protected readonly text = computed(() => informationReleaseText[this.#languages.active()]);
  protected readonly release = computed(
    () => this.part()?.releases.find(({ id }) => id === this.releaseId()) ?? null,
  );
  protected readonly state = computed(() => {
    if (this.part() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });
  protected readonly facts = computed(() => {
    const release = this.release();
    if (release === null) return { who: '', about: '', until: '', stands: '' };
    const until = this.#days.day(release.validUntil);
    const { signedAt, revokedAt, expired } = release;
    const stands = revokedAt !== null ? 'revoked' : expired ? 'over' : signedAt === null ? 'asked' : 'signed';
    return {
      who: this.#days.list(release.therapists),
      about: this.#days.list(release.scopes.map((scope) => this.#days.say(`readiness.scopes.${scope}`))),
      until,
      stands: this.#days.say(`readiness.release.${stands}`, { until }),
    };
  });

  constructor() {
    void this.attempt.run(async () => {
      this.part.set(await this.#readiness.one());
    });
  }

  protected async act(what: 'sign' | 'revoke'): Promise<void> {
    const now = this.release();
    if (now === null) return;
    await this.attempt.run(async () => {
      this.part.set(await this.#readiness[what](now));
      this.#announcer.say(this.facts().stands);
    });
    if (this.attempt.problem()?.code === 'version_stale') this.part.set(await this.#readiness.one());
  }
}
