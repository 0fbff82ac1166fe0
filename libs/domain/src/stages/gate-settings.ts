import { safetyBounds } from './safety-bounds.js';
import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('gate');

/** Defaults and allowed ranges of both gates and of the pause of stage 3 (GATE-02, clinical brief 2.3). */
export const gateSettings = {
  riskScreenDays: setting('risk_screen_days', 28, 7, 28, 'days'),
  safetyStatementDays: setting('safety_statement_days', 28, 7, 90, 'days'),
  afterSessionDays: setting('after_session_days', 14, 14, 90, 'days'),
  agreementActiveDays: setting('agreement_active_days', 28, 14, 90, 'days'),
  timeOutTests: setting('time_out_tests', 1, 1, 5, 'times'),
  softNeeded: setting('soft_needed', 4, 3, 6, 'items'),
  checkInPercent: setting('check_in_percent', 70, 50, 100, 'percent'),
  slipFreeDaysStage2: setting('slip_free_days_stage_2', 28, 14, 90, 'days'),
  groundingUses: setting('grounding_uses', 6, 3, 12, 'times'),
  groundingDrop: setting('grounding_drop', 2, 1, 5, 'points'),
  transparencyRating: setting('transparency_rating', 40, 20, 80, 'points'),
  sleepNights: setting('sleep_nights', 5, 3, 7, 'nights'),
  indexEach: setting('index_each', 60, 50, 80, 'points'),
  indexEachWeeks: setting('index_each_weeks', 3, 2, 8, 'weeks'),
  indexMean: setting('index_mean', 70, 60, 90, 'points'),
  indexMeanWeeks: setting('index_mean_weeks', 4, 3, 8, 'weeks'),
  indexPause: setting('index_pause', 50, 40, 60, 'points'),
  slipFreeDaysStage3: setting('slip_free_days_stage_3', 60, 30, 90, 'days'),
  fearAnswerDays: setting('fear_answer_days', 180, 90, 365, 'days'),
  symptomWeeks: setting('symptom_weeks', 8, 4, 12, 'weeks'),
  symptomMeasureDays: setting('symptom_measure_days', 28, 14, 56, 'days'),
  touchCalmDays: setting('touch_calm_days', 28, 14, 60, 'days'),
  stopRehearsals: setting('stop_rehearsals', 1, 1, 5, 'times'),
  honoredNos: setting('honored_nos', 2, 2, 5, 'times'),
  dialogues: setting('dialogues', 3, 3, 10, 'times'),
  feltHeard: setting('felt_heard', 3, 3, 4, 'points'),
  feltHeardLast: setting('felt_heard_last', 2, 2, 5, 'times'),
  dailyConnections: setting('daily_connections', 8, 4, 28, 'times'),
  empathyRating: setting('empathy_rating', 55, 40, 80, 'points'),
  agreementHoursStage2: setting('agreement_hours_stage_2', 336, 72, 672, 'hours'),
  agreementHoursStage3: setting('agreement_hours_stage_3', 72, 24, 72, 'hours'),
  signatureDays: setting('signature_days', 14, 1, 30, 'days'),
  validDaysStage2: setting('valid_days_stage_2', 180, 28, 365, 'days'),
  validDaysStage3: setting('valid_days_stage_3', 90, 28, 180, 'days'),
  pressurePause: setting('pressure_pause', safetyBounds.pressureFrom, 2, safetyBounds.pressureFrom, 'points'),
} as const satisfies SettingTable;

export type GateSettingName = keyof typeof gateSettings;
export type GateSettingValues = ValuesOf<typeof gateSettings>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function gateSettingValues(own: Readonly<Partial<GateSettingValues>> = {}): GateSettingValues {
  return valuesWithin(gateSettings, own);
}
