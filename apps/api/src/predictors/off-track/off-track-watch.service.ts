import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  asClinicId,
  audienceOf,
  findingsOverTime,
  lastWholeDay,
  placeAlert,
  withAlert,
  type Alert,
  type VersionedAlert,
} from '@trellis/domain';
import { AftercareAlerts } from '../../aftercare/aftercare-alerts.service.js';
import { Clock } from '../../platform/clock.js';
import { withContext, type Actor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LimitsRepository } from '../limits/limits.repository.js';
import { FoundEpisodesRepository, sideOfAlert, type FoundEpisode } from './found-episodes.repository.js';
import { fingerprint, keptReadings } from './kept-reading.js';
import { MeasuresRepository } from './measures.repository.js';
import { historyOf, scoredFortnights, type ScoredFortnight } from './off-track-history.js';

interface Couple {
  readonly clinicId: string;
  readonly coupleId: string;
}

/**
 * Computes a couple's readings and asks the off-track rules. Doing it again changes nothing that has not changed: in
 * whatever order facts came in, and after everything computed was thrown away, the same rows stand there.
 */
@Injectable()
export class OffTrackWatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly measures: MeasuresRepository,
    private readonly episodes: FoundEpisodesRepository,
    private readonly alerts: AftercareAlerts,
    private readonly limits: LimitsRepository,
  ) {}

  /** Looks at one couple as the system of its clinic, in a transaction of its own. */
  async look({ clinicId: clinic, coupleId }: Couple): Promise<void> {
    const clinicId = asClinicId(clinic);
    const actor: Actor = { clinicId, id: clinicId, role: 'system' };
    await withContext({ correlationId: randomUUID(), surface: 'job', actor }, () =>
      this.work.run(() => this.lookNow({ clinicId, coupleId }), actor, 'api'),
    );
  }

  private async lookNow(couple: Couple): Promise<void> {
    const { coupleId } = couple;
    await this.measures.hold(coupleId);
    const measures = await this.measures.of(coupleId);
    if (measures === null) return;
    const now = this.clock.now();
    const fortnights = scoredFortnights(measures, now);
    await this.keep(coupleId, fortnights, now);
    const history = historyOf(measures, fortnights, now);
    let episodes: readonly FoundEpisode[] = await this.episodes.all(coupleId);
    const changes = await this.limits.versions(measures.timeZone);
    for (const found of findingsOverTime(history, changes)) {
      // An alert about one person that names nobody is seen by nobody, so it is not kept either.
      if (audienceOf(found.alert).sides.length === 0) continue;
      episodes = await this.place(couple, episodes, found, lastWholeDay(history), now);
    }
  }

  /** What is new takes the place of what it differs from; the older stays to be looked up. */
  private async keep(coupleId: string, fortnights: readonly ScoredFortnight[], now: Date): Promise<void> {
    const wanted = new Map(keptReadings(fortnights, now).map((one) => [fingerprint(one), one]));
    const current = await this.measures.current(coupleId);
    const standing = new Set(current.map(fingerprint));
    const gone = current.filter((one) => !wanted.has(fingerprint(one))).map(({ id }) => id);
    const added = [...wanted].filter(([text]) => !standing.has(text)).map(([, one]) => one);
    await this.measures.supersede(gone, now);
    await this.measures.add(coupleId, added, now);
  }

  private async place(
    couple: Couple,
    episodes: readonly FoundEpisode[],
    { alert, under }: VersionedAlert,
    through: string,
    now: Date,
  ): Promise<readonly FoundEpisode[]> {
    const where = placeAlert(episodes, alert, under.limits);
    // Under the cap it waits for its day, on which it is found again.
    if (where.act === 'known' || (where.act === 'open' && alert.rule !== 'SAFE-1' && where.on > through))
      return episodes;
    if (where.act === 'join') {
      const joined = episodes[where.at];
      if (joined === undefined) return episodes;
      await this.episodes.join(couple.coupleId, joined.id, alert, now);
      return episodes.with(where.at, { ...joined, alerts: [...joined.alerts, alert] });
    }
    const opened = withAlert(episodes, alert, under.limits).at(-1);
    if (opened === undefined) return episodes;
    const found: FoundEpisode = { ...opened, id: randomUUID() };
    await this.episodes.open(couple.coupleId, found, { alert, under }, now);
    if (alert.rule === 'SAFE-1') await this.callTherapists(couple, found, alert, now);
    return [...episodes, found];
  }

  /** The therapists of the person's own side, and whoever covers them; nobody else hears of it. */
  private async callTherapists(couple: Couple, { id }: FoundEpisode, alert: Alert, now: Date): Promise<void> {
    await this.alerts.raise(couple, { side: sideOfAlert(alert), kind: 'safety_answer', about: id }, now);
  }
}
