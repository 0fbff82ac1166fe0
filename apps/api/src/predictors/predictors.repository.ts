import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  itemSetVersion,
  type AttendanceSheet,
  type Compartment,
  type LocalDate,
  type Rater,
  type SessionKind,
  type SlipAgreement,
  type StoredRating,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import { noActs, type ActFacts } from './acts/act-facts.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PredictorSum } from './rating-sheet.js';

/** Everything that the charts of one couple are drawn from, as far as the viewer may know it. */
export interface CoupleFacts {
  readonly ratings: readonly StoredRating[];
  /** Sides that hide nothing: the measurement consent stands, or nobody has joined and there is nothing to hide. */
  readonly consented: readonly ('RP' | 'BP')[];
  readonly homework: readonly HomeworkFact[];
  readonly slips: readonly SlipFact[];
  readonly sessions: readonly SessionFact[];
  readonly acts: ActFacts;
  /** When letters were read aloud. */
  readonly letters: readonly string[];
  /** What the clinic set of its limits; null for the standard. */
  readonly limits: Readonly<Record<string, number>> | null;
  /** Whether the viewer is the couple's lead clinician. */
  readonly leads: boolean;
}

/** As the database answers: nothing of acts to whom the couple is not open. */
type FoundFacts = Omit<CoupleFacts, 'acts'> & { readonly acts: ActFacts | null };

/** An exercise of the recovering person; `code` reads 'R' where which one it was stays on their side. */
export interface HomeworkFact {
  readonly code: string;
  readonly on: LocalDate;
  readonly dueAt: string;
  readonly submittedAt: string | null;
  readonly skipped: boolean;
}

/** A slip that the partner knows of. */
export interface SlipFact {
  readonly at: string;
  readonly partner: 'told' | 'partner_found_out';
  readonly partnerAt: string | null;
  /** What the couple had agreed on when it happened; null, and the standard times hold, where nothing was agreed. */
  readonly agreed: SlipAgreement | null;
}

/** A session of the calendar with what became of each place; a local day, without its hour. */
export interface SessionFact {
  readonly kind: SessionKind;
  readonly side: Compartment;
  readonly on: LocalDate;
  readonly places: AttendanceSheet;
  /** The day to which the client moved it; null for none. */
  readonly movedTo: LocalDate | null;
}

/** A reading that a newer one took the place of; `composite` as 'n/d'. */
export interface EarlierReading {
  readonly composite: string | null;
  readonly computed_at: Date;
  readonly weights_version: string;
  readonly item_set_version: string;
}

export interface NewRating {
  readonly source: Rater;
  readonly raterId: string;
  readonly compartment: Compartment;
  readonly windowEndsOn: LocalDate;
  readonly sums: readonly PredictorSum[];
  readonly givenAt: Date;
}

export interface SealedSheet {
  readonly id: string;
  readonly sealed: Buffer;
}

/** Ratings. Row-level security leaves out sources whose person's measurement consent does not stand. */
@Injectable()
export class PredictorsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The whole of a couple's facts in one statement. */
  async facts(grant: CaseGrant): Promise<CoupleFacts> {
    const rows = await this.work.rows<{ facts: FoundFacts }>(
      `SELECT jsonb_build_object(
        'ratings', coalesce((SELECT jsonb_agg(jsonb_build_object('on', r.window_ends_on, 'source', r.source,
            'predictor', r.predictor, 'sum', r.item_sum, 'answered', r.answered) ORDER BY r.window_ends_on)
          FROM predictor_rating r WHERE r.couple_id = $1), '[]'),
        'consented', coalesce((SELECT jsonb_agg(DISTINCT e.side) FROM enrolment e
          WHERE e.couple_id = $1 AND (e.enrolled_at IS NULL OR EXISTS (SELECT FROM consent c
            WHERE c.clinic_id = e.clinic_id AND c.person_id = e.person_id
              AND c.kind = 'measurement' AND c.withdrawn_at IS NULL))), '[]'),
        'homework', coalesce((SELECT jsonb_agg(jsonb_build_object('code', h.code, 'on', h.due_on, 'dueAt', h.due_at,
            'submittedAt', h.submitted_at, 'skipped', h.skipped)) FROM app.counted_homework($1) h), '[]'),
        'slips', coalesce((SELECT jsonb_agg(jsonb_build_object('at', s.slip_at, 'partner', s.partner,
            'partnerAt', s.partner_at, 'agreed', s.agreed) ORDER BY s.slip_at) FROM app.counted_slips($1) s), '[]'),
        'sessions', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'side', s.side, 'on', s.held_on,
            'places', s.places, 'movedTo', s.moved_to)) FROM app.counted_sessions($1) s), '[]'),
        'acts', app.counted_acts($1),
        'letters', coalesce((SELECT jsonb_agg(l.delivered_at ORDER BY l.delivered_at) FROM letter_reading l
          WHERE l.clinic_id = app.clinic() AND l.couple_id = $1 AND l.delivered_at IS NOT NULL), '[]'),
        'limits', (SELECT o.own FROM off_track_limits o WHERE o.clinic_id = app.clinic()
          ORDER BY o.version DESC LIMIT 1),
        'leads', EXISTS (SELECT FROM care_assignment a WHERE a.couple_id = $1 AND a.staff_id = app.actor() AND a.lead
          AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now()))) AS facts`,
      [grant.coupleId],
    );
    const nothing = {
      ratings: [],
      consented: [],
      homework: [],
      slips: [],
      sessions: [],
      acts: null,
      letters: [],
      limits: null,
      leads: false,
    };
    const facts: FoundFacts = rows[0]?.facts ?? nothing;
    return { ...facts, acts: facts.acts ?? noActs };
  }

  /** Whether the person has rated this window. */
  async hasRated(own: PersonGrant, windowEndsOn: LocalDate): Promise<boolean> {
    const rows = await this.work.rows<{ rated: boolean }>(
      `SELECT EXISTS (SELECT FROM predictor_rating
        WHERE couple_id = $1 AND window_ends_on = $2 AND rater_id = $3) AS rated`,
      [own.coupleId, windowEndsOn, own.personId],
    );
    return rows[0]?.rated ?? false;
  }

  /** Adds five sums and the sealed sheet. False when this source has rated this window before. */
  async add(place: CaseGrant | PersonGrant, rating: NewRating, sheet: SealedSheet): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO predictor_rating (clinic_id, id, couple_id, window_ends_on, source, rater_id, predictor, item_sum,
          answered, item_set_version, given_at)
        SELECT $1, s.id, $2, $3, $4, $5, s.predictor, s.item_sum, s.answered, $6, $7
          FROM unnest($8::uuid[], $9::text[], $10::smallint[], $11::smallint[]) AS s (id, predictor, item_sum, answered)
        ON CONFLICT DO NOTHING`,
      [
        place.clinicId,
        place.coupleId,
        rating.windowEndsOn,
        rating.source,
        rating.raterId,
        String(itemSetVersion),
        rating.givenAt,
        rating.sums.map(() => randomUUID()),
        rating.sums.map((sum) => sum.predictor),
        rating.sums.map((sum) => sum.sum),
        rating.sums.map((sum) => sum.answered),
      ],
    );
    if (added !== rating.sums.length) return false;
    await this.addSheet(place, rating, sheet);
    return true;
  }

  /** Has the couple looked at again as soon as somebody is there. */
  async wind(place: CaseGrant | PersonGrant, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [place.coupleId, at]);
  }

  /** What the same reading said before, newest first, 10 at most; all of them kept as they were computed. */
  async earlier(grant: CaseGrant, predictor: string, readOn: LocalDate): Promise<EarlierReading[]> {
    return this.work.rows<EarlierReading>(
      `SELECT composite, computed_at, weights_version, item_set_version FROM predictor_reading
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND predictor = $2 AND window_ends_on = $3
          AND superseded_at IS NOT NULL ORDER BY computed_at DESC, id LIMIT 10`,
      [grant.coupleId, predictor, readOn],
    );
  }

  private async addSheet(
    place: CaseGrant | PersonGrant,
    rating: NewRating,
    sheet: SealedSheet,
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO predictor_answer (clinic_id, id, couple_id, rater_id, compartment, window_ends_on, sealed, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        place.clinicId,
        sheet.id,
        place.coupleId,
        rating.raterId,
        rating.compartment,
        rating.windowEndsOn,
        sheet.sealed,
        rating.givenAt,
      ],
    );
  }
}
