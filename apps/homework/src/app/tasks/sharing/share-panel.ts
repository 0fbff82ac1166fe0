import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AskReleaseRequest, OwnReleaseView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { Attempt } from '../../core/http/attempt';
import { toProblem } from '../../core/http/problem';
import { ProblemNote } from '../../core/http/problem-note';
import { Languages } from '../../core/i18n/languages';
import { ProofForm } from '../../core/session/proof-form';
import { Session } from '../../core/session/session';
import { OwnReleases } from './own-releases';
import { ShareForm } from './share-form';

/** Sharing of one handed-in task: with whom, how far it has come, and taking it back. */
@Component({
  selector: 'tr-share-panel',
  imports: [Button, ProblemNote, ProofForm, ShareForm, TranslocoPipe],
  templateUrl: './share-panel.html',
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    tr-share-form,
    tr-proof-form,
    tr-problem-note {
      width: 100%;
    }
  `,
})
export class SharePanel {
  readonly taskId = input.required<string>();
  /** Names of those who can read it now because it was shared with them. */
  readonly reads = output<readonly string[]>();
  readonly #releases = inject(OwnReleases);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  #afterProof: (() => Promise<OwnReleaseView>) | null = null;

  protected readonly release = signal<OwnReleaseView | null>(null);
  protected readonly open = signal(false);
  protected readonly proving = signal(false);
  protected readonly attempt = new Attempt();
  protected readonly language = this.#languages.active;
  protected readonly names = computed(() => ({
    names: new Intl.ListFormat(this.language(), { type: 'conjunction' }).format(
      this.release()?.sharedWith ?? [],
    ),
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly thoughtOver = computed(() => {
    const from = this.release()?.confirmFrom ?? null;
    return from !== null && new Date(from).getTime() <= Date.now();
  });

  constructor() {
    effect(() => {
      const taskId = this.taskId();
      untracked(() => void this.#load(taskId));
    });
  }

  protected ask(request: AskReleaseRequest): void {
    const now = this.release();
    if (now !== null) void this.#give(() => this.#releases.ask(now, request));
  }

  protected confirm(): void {
    const now = this.release();
    if (now !== null) void this.#give(() => this.#releases.confirm(now));
  }

  /** Taking back asks for nothing first. */
  protected revoke(): void {
    const now = this.release();
    if (now !== null) void this.attempt.run(async () => this.#show(await this.#releases.revoke(now)));
  }

  /** Does what was asked for once the proof is given; nothing when it was not. */
  protected goOnAfter(proof: () => Promise<boolean>): void {
    const act = this.#afterProof;
    void this.attempt.run(async () => {
      if (!(await proof())) return;
      this.proving.set(false);
      if (act !== null) this.#show(await act());
    });
  }

  protected moment(at: string): string {
    const timeZone = this.#session.clinic()?.timeZone;
    const style = { dateStyle: 'full', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) } as const;
    return new Intl.DateTimeFormat(this.language(), style).format(new Date(at));
  }

  /** Does the act; where a fresh proof is missing, asks for it first and then does it. */
  async #give(act: () => Promise<OwnReleaseView>): Promise<void> {
    await this.attempt.run(async () => {
      try {
        this.#show(await act());
      } catch (failure) {
        if (toProblem(failure).code !== 'step_up_needed') throw failure;
        this.#afterProof = act;
        this.proving.set(true);
      }
    });
  }

  #show(release: OwnReleaseView): void {
    this.#take(release);
    this.open.set(false);
    this.#announcer.say(this.#words.translate(`task.share.said.${release.state}`));
  }

  async #load(taskId: string): Promise<void> {
    this.release.set(null);
    await this.attempt.run(async () => {
      this.#take(await this.#releases.one(taskId));
    });
  }

  #take(release: OwnReleaseView): void {
    this.release.set(release);
    const names = release.state === 'shared' ? release.sharedWith : [];
    // While sharing between the two is paused, the partner reads nothing.
    this.reads.emit(names.filter((name) => !release.paused || name !== this.#session.partnerName()));
  }
}
