import type {
  AlertNote,
  AlertRule,
  Disposition,
  LocalDate,
  PredictorCode,
  SupportTool,
  Track,
} from '@trellis/domain';

/** An alert as the viewer's walls let through. */
export interface EpisodeAlertRow {
  readonly rule: AlertRule;
  readonly predictor: PredictorCode | null;
  readonly track: Track | null;
  readonly metOn: LocalDate;
  readonly on: LocalDate;
  readonly note: AlertNote | null;
}

export interface EpisodeRow {
  readonly id: string;
  readonly couple_id: string;
  readonly couple_name: string;
  readonly time_zone: string;
  readonly kind: 'safety' | 'off_track';
  readonly opened_on: LocalDate;
  readonly acknowledge_by: LocalDate;
  readonly state: 'open' | 'acknowledged' | 'plan' | Disposition;
  readonly acted_by: string | null;
  readonly acted_by_name: string | null;
  readonly acted_on: LocalDate | null;
  readonly tool: SupportTool | null;
  readonly has_plan: boolean;
  readonly alerts: readonly EpisodeAlertRow[];
  readonly version: number;
  readonly limits_version: number;
}
