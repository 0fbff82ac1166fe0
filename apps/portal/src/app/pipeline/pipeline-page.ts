import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DisclosurePipelineItemView, DisclosurePipelineView, DisclosureView } from '@trellis/contracts';
import { Announcer, Button, Chip, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';

/** Every process under way: its state and for how many days. No names of people, no reasons, no content. */
@Component({
  selector: 'tr-pipeline-page',
  imports: [Button, Chip, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './pipeline-page.html',
  styleUrl: './pipeline-page.css',
})
export class PipelinePage {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly items = signal<readonly DisclosurePipelineItemView[] | null>(null);
  protected readonly next = signal<string | null>(null);
  protected readonly state = computed(() => {
    const items = this.items();
    if (items === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return items.length === 0 ? 'empty' : 'full';
  });
  /** The office has a page for what it arranges; therapists go to the process itself. */
  protected readonly ofTheOffice = computed(() =>
    ['clinic_admin', 'owner'].includes(this.#session.staff()?.role ?? ''),
  );
  protected readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => this.#read(null));
  }

  protected async more(): Promise<void> {
    await this.attempt.run(async () => this.#read(this.next()));
  }

  /** Enters the very date that the lead ordered. */
  protected async enter(item: DisclosurePipelineItemView): Promise<void> {
    const { order } = item;
    if (order === null) return;
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.disclosure, item.coupleId, 'schedule');
      const body = { startsAt: order.startsAt };
      await firstValueFrom(this.#http.post<DisclosureView>(url, body, { headers: ifVersion(order.version) }));
      this.#announcer.say(this.words.say('disclosure.pipeline.entered'));
      await this.#read(null);
    });
  }

  async #read(cursor: string | null): Promise<void> {
    const page = await firstValueFrom(
      this.#http.get<DisclosurePipelineView>(
        apiUrl(paths.clinic.disclosure),
        cursor === null ? {} : { params: { cursor } },
      ),
    );
    this.items.update((items) => (cursor === null ? page.items : [...(items ?? []), ...page.items]));
    this.next.set(page.nextCursor);
  }
}
