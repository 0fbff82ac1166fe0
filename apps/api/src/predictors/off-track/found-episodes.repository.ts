import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  alertKey,
  audienceOf,
  type Alert,
  type Compartment,
  type Episode,
  type VersionedAlert,
} from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** An episode with the id of its row. */
export interface FoundEpisode extends Episode {
  readonly id: string;
}

/** Episodes and alerts as the rules make them. For the system alone. */
@Injectable()
export class FoundEpisodesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** All of a couple, oldest first, with every alert. */
  async all(coupleId: string): Promise<FoundEpisode[]> {
    return this.work.rows<FoundEpisode>(
      `SELECT e.id, e.kind, e.opened_on::text AS "openedOn", e.acknowledge_by::text AS "acknowledgeBy",
          e.closed_on::text AS "closedOn",
          (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', a.rule, 'predictor', a.predictor, 'track', a.track,
              'metOn', a.met_on, 'on', a.counts_on, 'note', a.note) ORDER BY a.counts_on, a.id), '[]')
            FROM off_track_alert a WHERE a.clinic_id = e.clinic_id AND a.episode_id = e.id) AS alerts
        FROM off_track_episode e WHERE e.clinic_id = app.clinic() AND e.couple_id = $1
        ORDER BY e.opened_on, e.id`,
      [coupleId],
    );
  }

  /** Opens it with its first alert, and with the limits under which that was found. */
  async open(
    coupleId: string,
    { id, ...episode }: FoundEpisode,
    { alert, under }: VersionedAlert,
    at: Date,
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO off_track_episode (clinic_id, id, couple_id, kind, sides, opened_on, acknowledge_by, state, version,
          limits_version)
        VALUES (app.clinic(), $1, $2, $3, $4, $5, $6, 'open', 1, $7)`,
      [
        ...[id, coupleId, episode.kind, [sideOfAlert(alert)], episode.openedOn, episode.acknowledgeBy],
        under.version,
      ],
    );
    await this.insert(coupleId, id, alert, at);
  }

  /** Adds an alert to an episode. The version stays: what somebody is about to do with it is still right. */
  async join(coupleId: string, episodeId: string, alert: Alert, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE off_track_episode SET sides = CASE WHEN $2 = ANY (sides) THEN sides ELSE array_append(sides, $2) END
        WHERE clinic_id = app.clinic() AND id = $1`,
      [episodeId, sideOfAlert(alert)],
    );
    await this.insert(coupleId, episodeId, alert, at);
  }

  private async insert(coupleId: string, episodeId: string, alert: Alert, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO off_track_alert (clinic_id, id, episode_id, couple_id, side, rule, predictor, track, met_on,
          counts_on, note, alert_key, raised_at)
        VALUES (app.clinic(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[randomUUID(), episodeId, coupleId, sideOfAlert(alert), alert.rule, alert.predictor, alert.track],
        ...[alert.metOn, alert.on, alert.note, alertKey(alert), at],
      ],
    );
  }
}

/** Whose therapists see it; 'JOINT' stands for the whole team. */
export function sideOfAlert(alert: Alert): Compartment {
  const { sides } = audienceOf(alert);
  return sides.length === 1 && sides[0] !== undefined ? sides[0] : 'JOINT';
}
