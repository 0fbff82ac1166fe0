import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditFiltersView } from '@trellis/contracts';
import { Button, Card, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { AuditLog, everything, type AuditQuery } from './audit-log';
import { AuditTable } from './audit-table';
import { actionWords } from './audit-words';

/** The record of every act in the clinic, for those who answer for it. Looking at it is put on record too. */
@Component({
  selector: 'tr-audit-page',
  imports: [AuditTable, Button, Card, ProblemNote, StatePanel, TranslocoPipe],
  providers: [AuditLog],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export class AuditPage {
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly log = inject(AuditLog);
  /** Without them the record can still be read, and narrowed by days. */
  protected readonly filters = httpResource<AuditFiltersView>(() => apiUrl(paths.clinic.audit, 'filters'));

  protected readonly timeZone = computed(() => this.#session.clinic()?.timeZone ?? 'UTC');
  protected readonly staff = computed(() => (this.filters.hasValue() ? this.filters.value().staff : []));
  protected readonly actions = computed(() => {
    const codes = this.filters.hasValue() ? this.filters.value().actions : [];
    const named = codes.map((code) => ({ code, words: actionWords(this.#words, code) }));
    return named.sort((a, b) => a.words.localeCompare(b.words, this.#words.language()));
  });

  constructor() {
    void this.log.show(everything);
  }

  /** A field that changes asks anew at once. */
  protected async narrow(change: Partial<AuditQuery>): Promise<void> {
    await this.log.show({ ...this.log.query(), ...change });
  }

  protected async clear(): Promise<void> {
    await this.log.show(everything);
  }
}
