import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CareTeamRowView, CareTeamView } from '@trellis/contracts';
import {
  Announcer,
  Button,
  Card,
  Chip,
  CompartmentMark,
  Field,
  StatePanel,
  compartmentOfSide,
} from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { CurrentCouple, type Side } from '../core/couple/current-couple';
import { startOfDay } from '../core/forms/start-of-day';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { CareTeamApi } from './care-team-api';

const SIDES: readonly Side[] = ['RP', 'BP', 'JOINT'];

/** Who cares for the couple, with dates. Office and lead therapist add, hand over and end here. */
@Component({
  selector: 'tr-care-team-page',
  imports: [Button, Card, Chip, CompartmentMark, Field, ProblemNote, StatePanel, StepUpDialog, TranslocoPipe],
  providers: [StepUp],
  templateUrl: './care-team-page.html',
  styleUrl: './care-team-page.css',
})
export class CareTeamPage {
  readonly #api = inject(CareTeamApi);
  readonly #stepUp = inject(StepUp);
  readonly #announcer = inject(Announcer);
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  readonly #session = inject(Session);

  protected readonly sides = SIDES;
  protected readonly compartmentOfSide = compartmentOfSide;
  readonly #coupleId = computed(() => this.#couple.view()?.id ?? null);
  protected readonly team = httpResource<CareTeamView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.couples, id, 'care-team');
  });
  protected readonly view = computed(() => (this.team.hasValue() ? this.team.value() : null));
  protected readonly state = computed(() => {
    if (this.team.error() !== undefined) return 'error';
    return this.view() === null ? 'loading' : 'full';
  });
  protected readonly teamProblem = computed(() =>
    this.team.error() === undefined ? null : toProblem(this.team.error()),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly therapist = signal('');
  protected readonly side = signal<Side>('RP');
  protected readonly day = signal('');
  /** The row that is being handed over. */
  protected readonly handing = signal<string | null>(null);

  protected dates({ from, to }: CareTeamRowView): string {
    const zone = this.#session.clinic()?.timeZone ?? 'UTC';
    const begins = this.#words.date(from, zone);
    if (to === null) return this.#words.say('careTeam.since', { from: begins });
    return this.#words.say('careTeam.between', { from: begins, to: this.#words.date(to, zone) });
  }

  protected chooseSide(chosen: string): void {
    this.side.set(SIDES.find((one) => one === chosen) ?? 'RP');
  }

  protected async join(): Promise<void> {
    const [staffId, side] = [this.therapist(), this.side()];
    if (staffId === '') return;
    const from = startOfDay(this.day(), new Date());
    await this.#act('careTeam.joined', async (id, headers) =>
      this.#api.join(id, { staffId, side, ...(from === undefined ? {} : { from }) }, headers),
    );
  }

  protected async end(row: CareTeamRowView): Promise<void> {
    await this.#act('careTeam.left', async (id, headers) => this.#api.end(id, row.id, {}, headers));
  }

  protected async handOver(row: CareTeamRowView): Promise<void> {
    const staffId = this.therapist();
    if (staffId === '') return;
    const from = startOfDay(this.day(), new Date());
    await this.#act('careTeam.handedOver', async (id, headers) =>
      this.#api.handOver(id, row.id, { staffId, ...(from === undefined ? {} : { from }) }, headers),
    );
  }

  protected async lead(row: CareTeamRowView): Promise<void> {
    await this.#act('careTeam.leads', async (id, headers) =>
      this.#api.lead(id, { staffId: row.staffId }, headers),
    );
  }

  async #act(
    said: string,
    act: (coupleId: string, headers: Readonly<Record<string, string>>) => Promise<void>,
  ): Promise<void> {
    const id = this.#coupleId();
    if (id === null || this.busy()) return;
    const headers = oneAct();
    this.busy.set(true);
    this.problem.set(null);
    try {
      if (await this.#stepUp.run(async () => act(id, headers))) this.#done(said);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  #done(said: string): void {
    this.#announcer.say(this.#words.say(said));
    this.handing.set(null);
    this.therapist.set('');
    this.day.set('');
    this.team.reload();
    this.#couple.reload();
  }
}
