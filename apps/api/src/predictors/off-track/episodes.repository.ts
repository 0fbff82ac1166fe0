import { Injectable } from '@nestjs/common';
import type { EpisodeProgress } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { EpisodeRow } from './episode-row.js';

const columns = `e.id, e.couple_id, c.name AS couple_name, c.time_zone, e.kind, e.opened_on::text,
  e.acknowledge_by::text, e.state, e.acted_by, s.name AS acted_by_name, e.acted_on::text, e.tool,
  e.plan_sealed IS NOT NULL AS has_plan, e.version, e.limits_version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', a.rule, 'predictor', a.predictor, 'track', a.track,
      'metOn', a.met_on, 'on', a.counts_on, 'note', a.note) ORDER BY a.counts_on, a.rule, a.id), '[]')
    FROM off_track_alert a WHERE a.clinic_id = e.clinic_id AND a.episode_id = e.id) AS alerts`;
const joined = `off_track_episode e JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
  LEFT JOIN staff_member s ON s.clinic_id = e.clinic_id AND s.id = e.acted_by`;

/** A plan's words, sealed by whoever made it. */
export interface SealedPlan {
  readonly sealed: Buffer;
  readonly by: string;
}

/** Episodes as therapists work on them. Row-level security leaves out whatever is not of the asker's sides. */
@Injectable()
export class EpisodesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Not closed, of the asker's couples, oldest first; one more than `limit` shows that another page follows. */
  async waiting(limit: number, after: string | null): Promise<EpisodeRow[]> {
    return this.work.rows<EpisodeRow>(
      `SELECT ${columns} FROM ${joined}
        WHERE e.clinic_id = app.clinic() AND e.closed_on IS NULL
          AND e.couple_id = ANY ((SELECT app.my_couples())::uuid[])
          AND ($2::uuid IS NULL OR (e.opened_on, e.id) > (SELECT b.opened_on, b.id FROM off_track_episode b
            WHERE b.clinic_id = app.clinic() AND b.id = $2))
        ORDER BY e.opened_on, e.id LIMIT $1`,
      [limit + 1, after],
    );
  }

  /** Of one couple, newest first, 50 at most. */
  async ofCouple(grant: CaseGrant): Promise<EpisodeRow[]> {
    return this.work.rows<EpisodeRow>(
      `SELECT ${columns} FROM ${joined} WHERE e.clinic_id = app.clinic() AND e.couple_id = $1
        ORDER BY e.opened_on DESC, e.id DESC LIMIT 50`,
      [grant.coupleId],
    );
  }

  async one(grant: CaseGrant, id: string): Promise<EpisodeRow | null> {
    const [row] = await this.work.rows<EpisodeRow>(
      `SELECT ${columns} FROM ${joined} WHERE e.clinic_id = app.clinic() AND e.couple_id = $1 AND e.id = $2`,
      [grant.coupleId, id],
    );
    return row ?? null;
  }

  async plan(grant: CaseGrant, id: string): Promise<SealedPlan | null> {
    const [row] = await this.work.rows<{ sealed: Buffer | null; by: string }>(
      `SELECT plan_sealed AS sealed, plan_by AS by FROM off_track_episode
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND id = $2`,
      [grant.coupleId, id],
    );
    return row?.sealed == null ? null : { sealed: row.sealed, by: row.by };
  }

  /** Takes one step; a plan that is given replaces the words. False when somebody was there before. */
  async move(
    grant: CaseGrant,
    id: string,
    version: number,
    to: Exclude<EpisodeProgress, { state: 'open' }>,
    plan: Buffer | null,
  ): Promise<boolean> {
    const closes = !['acknowledged', 'plan'].includes(to.state);
    const changed = await this.work.change(
      `UPDATE off_track_episode SET state = $4, acted_by = $5, acted_on = $6, tool = coalesce($7, tool),
          plan_sealed = coalesce($8, plan_sealed), plan_by = CASE WHEN $8::bytea IS NULL THEN plan_by ELSE $5 END,
          closed_on = CASE WHEN $9 THEN $6::date END, version = version + 1
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND id = $2 AND version = $3`,
      [
        ...[grant.coupleId, id, version, to.state, to.by, to.on],
        ...[to.state === 'plan' ? to.tool : null, plan, closes],
      ],
    );
    return changed === 1;
  }
}
