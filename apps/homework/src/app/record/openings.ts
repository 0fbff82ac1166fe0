import { HttpClient } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OpeningView, OpeningsView } from '@trellis/contracts';
import { Icon } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Languages } from '../core/i18n/languages';
import { Session } from '../core/session/session';
import { NewestFirst } from './newest-first';
import { OlderLines } from './older-lines';

/** Kinds of thing with a sentence of their own; any other gets the general one. */
const KINDS: readonly string[] = [
  'homework_task',
  'disclosure_document',
  'aftercare_answer',
  'correction',
  'slip',
  'readiness',
  'gate_record',
  'support_plan',
  'trackers',
  'measures',
  'progress_note',
];

/** How many openings stand there at first: the page goes on below them. */
const FEW = 5;

/** Who of the staff read my words, and when. Never anything of the partner: the clinic does not even send it. */
@Component({
  selector: 'tr-openings',
  imports: [Icon, OlderLines, TranslocoPipe],
  template: `
    <h2>{{ 'record.openings.heading' | transloco }}</h2>
    <tr-older-lines words="record.openings" icon="eye" [list]="openings" [fewFirst]="true">
      @for (line of lines(); track line.id) {
        <li class="opened">
          <tr-icon name="eye" />
          <span
            ><time [attr.datetime]="line.at">{{ line.when }}</time
            ><b>{{ line.who }}</b> {{ line.what }}</span
          >
        </li>
      }
    </tr-older-lines>
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
  protected readonly openings = new NewestFirst<OpeningView>(async (cursor) => {
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    const url = apiUrl(paths.home.record, 'openings');
    const page = await firstValueFrom(this.#http.get<OpeningsView>(url, { params }));
    return { lines: page.openings, nextCursor: page.nextCursor };
  }, FEW);
  protected readonly lines = computed(() => {
    const language = this.#languages.active();
    return (this.openings.lines() ?? []).map(({ id, at, staffName, kind }) => ({
      ...{ id, at, who: staffName, when: this.#moment(at, language) },
      what: this.#words.translate<string>(`record.openings.kinds.${KINDS.includes(kind) ? kind : 'other'}`),
    }));
  });

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
