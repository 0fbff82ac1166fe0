import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnJointWorkView } from '@trellis/contracts';
import { Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { AgreementNote } from './agreement-note';
import { HalfWords } from './half-words';
import { MutualRows } from './mutual-rows';
import { OwnJointWork } from './own-joint-work';

/** An exercise of two people: the own half, and both once they are open. Before that it is the same whatever the other does. */
@Component({
  selector: 'tr-joint-work-page',
  imports: [
    AgreementNote,
    Button,
    HalfWords,
    MutualRows,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './joint-work-page.html',
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class JointWorkPage {
  readonly taskId = input.required<string>();
  readonly #joint = inject(OwnJointWork);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly work = signal<OwnJointWorkView | null>(null);
  protected readonly otherSide = computed(() => (this.#session.person()?.side === 'RP' ? 'BP' : 'RP'));
  protected readonly partner = computed(() => this.#session.partnerName());
  protected readonly saying = computed(() => {
    const work = this.work();
    if (work === null) return 'loading';
    if (work.revealed) return 'revealed';
    if (work.differs) return 'differs';
    if (work.mine === null) return `open.${work.opens}`;
    return { both_in: 'in', in_session: 'inSession', together: 'inPage' }[work.opens];
  });

  constructor() {
    effect(() => {
      const taskId = this.taskId();
      untracked(() => void this.load(taskId));
    });
  }

  protected async load(taskId: string): Promise<void> {
    this.work.set(null);
    await this.attempt.run(async () => {
      this.work.set(await this.#joint.one(taskId));
    });
  }

  protected async takeUp(): Promise<void> {
    const work = this.work();
    if (work === null) return;
    await this.attempt.run(async () => {
      await this.#joint.takeUp(work.taskId, work.version);
      await this.#router.navigate(['/tasks', work.taskId]);
    });
  }
}
