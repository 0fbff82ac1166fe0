import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OpeningView, OpeningsView } from '@trellis/contracts';
import { Button, Icon, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Session } from '../core/session/session';

/** Kinds of thing with a sentence of their own; any other gets the general one. */
const KINDS: readonly string[] = ['homework_task'];

/** Who of the staff read my words, and when. Never anything of the partner: the clinic does not even send it. */
@Component({
  selector: 'tr-openings',
  imports: [Button, Icon, ProblemNote, StatePanel, TranslocoPipe],
  template: `
    <h2>{{ 'record.openings.heading' | transloco }}</h2>
    <tr-state-panel
      [state]="state()"
      [heading]="(openings() ? 'record.openings.empty.heading' : 'record.openings.loading') | transloco"
      [sentence]="'record.openings.empty.sentence' | transloco"
      icon="eye"
      [rows]="3"
    >
      <div panelContent>
        <ul class="entries">
          @for (line of lines(); track line.id) {
            <li class="opened">
              <tr-icon name="eye" />
              <span
                ><time [attr.datetime]="line.at">{{ line.when }}</time
                ><b>{{ line.who }}</b> {{ line.what }}</span
              >
            </li>
          }
        </ul>
        @if (cursor()) {
          <button class="text-link" type="button" [disabled]="busy()" (click)="load()">
            {{ 'record.older' | transloco }}
          </button>
        }
      </div>
    </tr-state-panel>
    @if (problem()) {
      <tr-problem-note [problem]="problem()" />
      <button trButton type="button" (click)="load()">{{ 'record.again' | transloco }}</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .opened {
      display: grid;
      grid-template-columns: 24px 1fr;
      gap: 14px;
      padding: 13px 0;
      line-height: 1.38;
    }
    tr-icon {
      margin-top: 2px;
      color: var(--ink-2);
    }
    time {
      display: block;
      color: var(--ink-2);
      font-size: 0.9375rem;
    }
  `,
})
export class Openings {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #words = inject(TranslocoService);
  readonly #languages = inject(Languages);
  protected readonly openings = signal<readonly OpeningView[] | null>(null);
  protected readonly cursor = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly state = computed(() => {
    const openings = this.openings();
    if (openings === null) return this.problem() === null ? 'loading' : 'full';
    return openings.length === 0 ? 'empty' : 'full';
  });
  protected readonly lines = computed(() => {
    const language = this.#languages.active();
    return (this.openings() ?? []).map(({ id, at, staffName, kind }) => ({
      ...{ id, at, who: staffName, when: this.#moment(at, language) },
      what: this.#words.translate<string>(`record.openings.kinds.${KINDS.includes(kind) ? kind : 'other'}`),
    }));
  });

  constructor() {
    void this.load();
  }

  /** The newest lines, or those after what stands here; what stands here stays when they do not come. */
  protected async load(): Promise<void> {
    const cursor = this.cursor();
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    this.busy.set(true);
    this.problem.set(null);
    try {
      const url = apiUrl(paths.home.record, 'openings');
      const page = await firstValueFrom(this.#http.get<OpeningsView>(url, { params }));
      this.openings.update((before) => [...(before ?? []), ...page.openings]);
      this.cursor.set(page.nextCursor);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  #moment(at: string, language: string): string {
    const timeZone = this.#session.clinic()?.timeZone;
    const style = {
      dateStyle: 'full',
      timeStyle: 'short',
      ...(timeZone === undefined ? {} : { timeZone }),
    } as const;
    return new Intl.DateTimeFormat(language, style).format(new Date(at));
  }
}
