import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;

/** A day or a journey that matters; kinds alone, no words. At most 61 days long. */
export class AddHardDateRequest {
  @IsIn(['holiday', 'birthday', 'anniversary', 'court', 'exam', 'travel', 'other'])
  kind!: 'holiday' | 'birthday' | 'anniversary' | 'court' | 'exam' | 'travel' | 'other';

  @Matches(day)
  @IsISO8601({ strict: true })
  from!: string;

  /** Last day; the same as the first for one day. */
  @Matches(day)
  @IsISO8601({ strict: true })
  to!: string;
}

/** Asks which dates lie near a moment, before it is booked. */
export class SessionCollisionsRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  startsAt!: string;
}

/** Confirms a line of the arrangements, or takes the confirmation back. */
export class ConfirmLogisticsRequest {
  @IsString()
  @Matches(/^[a-z_]{2,30}$/)
  line!: string;

  @IsBoolean()
  confirmed!: boolean;
}

/** Whether it is by video, and what was confirmed for each person, as `side:item`. */
export class SetSessionSettingRequest {
  @IsBoolean()
  telehealth!: boolean;

  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(/^(RP|BP):(two_rooms|two_devices|local_emergency_number|current_address|code_word)$/, {
    each: true,
  })
  marks!: string[];
}

/** The same-day check; null for what was not asked. */
export class DayCheckRequest {
  @IsOptional()
  @IsBoolean()
  sober!: boolean | null;

  @IsOptional()
  @IsBoolean()
  slept!: boolean | null;

  @IsOptional()
  @IsBoolean()
  safe!: boolean | null;

  @IsOptional()
  @IsBoolean()
  consentReaffirmed!: boolean | null;

  @IsOptional()
  @IsBoolean()
  transportConfirmed!: boolean | null;

  @IsOptional()
  @IsBoolean()
  childCareConfirmed!: boolean | null;
}

/** Not today: another date, or a pause of the whole. The class of the reason stays on the asker's side. */
export class SessionNoGoRequest {
  @IsIn(['postpone', 'hold'])
  kind!: 'postpone' | 'hold';

  @IsOptional()
  @IsIn(['clinical_risk', 'safety', 'legal', 'life_event', 'other'])
  reason?: 'clinical_risk' | 'safety' | 'legal' | 'life_event' | 'other';
}

/** Goes on to the next part; ending early skips to the talk apart. */
export class AdvanceSessionRequest {
  @IsBoolean()
  endingEarly!: boolean;
}

/** Ticks a line of a part, counted from 0. */
export class TickSessionRequest {
  @IsIn([
    ...['ARRIVE_SEPARATE', 'GROUND', 'OPENING', 'READING', 'BREAK_1', 'CLARIFY', 'BREAK_2', 'CLOSE'],
    ...['DEBRIEF_SEPARATE', 'LEAVE_SEPARATE'],
  ])
  step!: string;

  @IsInt()
  @Min(0)
  @Max(9)
  line!: number;

  @IsBoolean()
  ticked!: boolean;
}

/** One rating, entered by a therapist: 0 (none) to 10 (the most). */
export class SessionDistressRequest {
  @IsIn(['RP', 'BP'])
  side!: 'RP' | 'BP';

  @IsIn(['start', 'break_1', 'close'])
  moment!: 'start' | 'break_1' | 'close';

  @IsInt()
  @Min(0)
  @Max(10)
  value!: number;
}

/** What a clinician notices that is reason enough to offer an early end. */
export class SessionSignsRequest {
  @IsArray()
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(['dissociation', 'flight'], { each: true })
  signs!: ('dissociation' | 'flight')[];
}

export class EndSessionRequest {
  @IsBoolean()
  early!: boolean;
}

/** Opens the reading to the partner's own screen, or closes it. */
export class AllowReadingRequest {
  @IsBoolean()
  allowed!: boolean;
}

export class SessionAttendanceRequest {
  @IsUUID()
  participantId!: string;

  @IsIn(['expected', 'came', 'absent', 'excused'])
  attendance!: 'expected' | 'came' | 'absent' | 'excused';
}

export class SupportPlanLineRequest {
  @IsString()
  @Matches(/^[a-z_]{2,30}$/)
  line!: string;

  @IsString()
  @MaxLength(2000)
  text!: string;
}

/** One form of one's own plan, whole; a line that is left out is empty. */
export class SaveSupportPlanRequest {
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SupportPlanLineRequest)
  lines!: SupportPlanLineRequest[];
}
