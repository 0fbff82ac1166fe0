import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;

/** Asks for a session date; refused with the whole list of unmet gates. */
export class ScheduleDisclosureRequest {
  /** Instant of the session's start, ISO 8601 with offset. */
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  startsAt!: string;

  /** A re-check booked with it, 24 to 72 hours before, where the date lies beyond the end of readiness. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  recheckAt?: string;
}

/** The lead orders a date; the office may then enter this very one. */
export class OrderDisclosureDateRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  startsAt!: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  recheckAt?: string;
}

const staffSteps = [
  ...['decline', 'screen_passed', 'waive', 'release_for_review', 'gaps_found', 'start_verification'],
  ...[
    'close_verification',
    'go',
    'no_go_postpone',
    'no_go_hold',
    'pause',
    'continue_session',
    'end',
    'end_early',
  ],
  ...['acute_passed', 'partial_or_omission', 'open_impact', 'deliver_impact', 'impact_opt_out'],
  ...['open_restitution', 'deliver_restitution', 'close', 'hold', 'stop'],
];

/** A step that needs no more than its event: a reason class and its words for a pause and a waiver, a side of them. */
export class TakeDisclosureStepRequest {
  @IsIn(staffSteps)
  event!: string;

  @IsOptional()
  @IsIn(['clinical_risk', 'safety', 'legal', 'life_event', 'other'])
  holdReason?: 'clinical_risk' | 'safety' | 'legal' | 'life_event' | 'other';

  @IsOptional()
  @IsIn(['told_before', 'not_indicated', 'clinical_risk', 'legal', 'other'])
  waiverReason?: 'told_before' | 'not_indicated' | 'clinical_risk' | 'legal' | 'other';

  /** For whose sake; read only of a clinician who holds both sides. */
  @IsOptional()
  @IsIn(['RP', 'BP', 'JOINT'])
  side?: 'RP' | 'BP' | 'JOINT';

  /** Why, for the care team of that side alone. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  @Matches(/\S/)
  reason?: string;
}

/** One's own signature, for every side that one holds. */
export class SignDisclosureRequest {
  @IsIn(['readiness', 'resume'])
  purpose!: 'readiness' | 'resume';
}

/** Asks a colleague to sign with oneself; they do it in a sign-in of their own. */
export class AskCoSignatureRequest {
  @IsIn(['waive', 'resume'])
  event!: 'waive' | 'resume';

  @IsUUID()
  coSignerId!: string;
}

/** Whether a verification was arranged, and whether both people agreed to it. */
export class DisclosureVerificationRequest {
  @IsBoolean()
  enabled!: boolean;

  @IsBoolean()
  agreed!: boolean;
}

/** One page of the clinic's processes, those that stand still longest first. */
export class DisclosurePipelineRequest {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
