import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PackVersionView, PackView } from '@trellis/contracts';
import { Announcer, Button, Card, Note, StatePanel } from '@trellis/ui';
import { MeanwhileNote } from '../core/forms/meanwhile-note';
import { TextField } from '../core/forms/text-field';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { draftOf, emptyPack, sameDraft, toRequest } from './pack-draft';
import { PackForm } from './pack-form';
import { Packable } from './packable';
import { PacksApi } from './packs-api';

/** One pack of the clinic: what is in it, who changed it when, and its end. Without an id a new one is begun. */
@Component({
  selector: 'tr-pack-page',
  imports: [
    ...[Button, Card, MeanwhileNote, Note, PackForm, ProblemNote, RouterLink, StatePanel, TextField],
    TranslocoPipe,
  ],
  providers: [Packable],
  templateUrl: './pack-page.html',
  styleUrl: './packs.css',
})
export class PackPage {
  readonly packId = input<string>();
  readonly #api = inject(PacksApi);
  readonly #packable = inject(Packable);
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly mayKeep = inject(Session).may('library.keep');

  protected readonly opening = new Attempt();
  protected readonly attempt = new Attempt();
  protected readonly view = signal<PackView | null>(null);
  protected readonly draft = signal(emptyPack);
  protected readonly reason = signal('');
  protected readonly reasonAsked = signal(false);
  /** What somebody else saved while this was written. */
  protected readonly meanwhile = signal<string | null>(null);
  protected readonly isNew = computed(() => this.packId() === undefined);
  protected readonly changed = computed(() => {
    const view = this.view();
    return !sameDraft(this.draft(), view === null ? emptyPack : draftOf(view));
  });
  protected readonly state = computed(() => {
    if (this.isNew() || this.view() !== null) return 'full';
    return this.opening.problem() === null ? 'loading' : 'error';
  });
  protected readonly versions = computed(() => this.view()?.versions ?? []);
  protected readonly reasonError = computed(() =>
    this.reasonAsked() && this.reason().trim() === '' ? this.words.say('packs.retire.reasonNeeded') : '',
  );

  constructor() {
    effect(() => {
      const id = this.packId();
      untracked(() => void this.open(id));
    });
  }

  protected async open(id = this.packId()): Promise<void> {
    if (id === undefined || this.view()?.id === id) return;
    await this.opening.run(async () => {
      this.#show(await this.#api.one(id));
    });
  }

  protected async save(): Promise<void> {
    const view = this.view();
    const request = toRequest(this.draft());
    const done = await this.attempt.run(async () => {
      this.#show(
        view === null
          ? await this.#api.create(request)
          : await this.#api.save(view.id, view.version, request),
      );
      this.#announcer.say(this.words.say('packs.form.done'));
    });
    if (!done) await this.#lookAgain(view);
    else if (view === null) await this.#router.navigate(['/packs', this.view()?.id], { replaceUrl: true });
  }

  protected async retire(event: Event): Promise<void> {
    event.preventDefault();
    const view = this.view();
    this.reasonAsked.set(true);
    if (view === null || this.reasonError() !== '') return;
    const done = await this.attempt.run(async () => {
      this.#show(await this.#api.retire(view.id, view.version, this.reason().trim()));
      this.#announcer.say(this.words.say('packs.retire.done'));
    });
    if (!done) await this.#lookAgain(view);
  }

  protected when({ savedAt }: PackVersionView): string {
    return this.words.instant(savedAt, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  protected titles({ exercises }: PackVersionView): string {
    return exercises.map(({ code }) => this.#packable.titleOf(code)).join(' · ');
  }

  #show(view: PackView): void {
    this.view.set(view);
    this.draft.set(draftOf(view));
    this.meanwhile.set(null);
  }

  /** After somebody else was faster: what stands there is shown, and what was chosen here stays. */
  async #lookAgain(view: PackView | null): Promise<void> {
    const problem = this.attempt.problem();
    if (view === null || (problem?.code !== 'version_stale' && problem?.code !== 'pack_retired')) return;
    await this.attempt.run(async () => {
      const now = await this.#api.one(view.id);
      this.view.set(now);
      const [newest] = now.versions;
      if (newest !== undefined) this.meanwhile.set(`${newest.name}: ${this.titles(newest)}`);
    });
    this.attempt.problem.set(problem);
  }
}
