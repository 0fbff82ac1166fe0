import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;
const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;
const kinds = ['intake', 'individual', 'couple', 'review', 'aftercare', 'team'] as const;
const sides = ['RP', 'BP', 'JOINT'] as const;
const scopes = ['this', 'following', 'all'] as const;
const marks = [
  'expected',
  'attended',
  'late_cancel',
  'no_show',
  'clinic_cancelled',
  'partner_pause',
  'client_moved',
] as const;

/** A span of the calendar, at most 42 days; the office names whose it is. */
export class CalendarRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  from!: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  to!: string;

  @IsOptional()
  @IsUUID()
  staffId?: string;
}

/** Where a session is: a room of the clinic, a video link, or open. */
export class SessionPlaceRequest {
  @IsIn(['open', 'room', 'video'])
  at!: 'open' | 'room' | 'video';

  @IsOptional()
  @IsUUID()
  roomId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  @IsUrl({ protocols: ['https'], require_protocol: true })
  link?: string | null;
}

/** How a session comes again, from its first day; ends after so many, with a last day, or not at all. */
export class RepeatRequest {
  @IsIn(['day', 'week', 'month'])
  every!: 'day' | 'week' | 'month';

  @IsInt()
  @Min(1)
  @Max(26)
  interval!: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  count?: number | null;

  @IsOptional()
  @Matches(day)
  lastOn?: string | null;
}

/** A session, or a series of them, at a wall time of the couple's zone. */
export class BookAppointmentRequest {
  @IsIn(kinds)
  kind!: (typeof kinds)[number];

  @IsIn(sides)
  side!: (typeof sides)[number];

  @Matches(day)
  on!: string;

  @Matches(clockTime)
  time!: string;

  @IsInt()
  @Min(10)
  @Max(480)
  minutes!: number;

  @IsObject()
  @ValidateNested()
  @Type(() => SessionPlaceRequest)
  place!: SessionPlaceRequest;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  staffIds!: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RepeatRequest)
  repeats?: RepeatRequest | null;
}

/** Another day, hour, length or place, for one occurrence, for it and those that follow, or for all that are to come. */
export class MoveAppointmentRequest {
  @IsIn(scopes)
  scope!: (typeof scopes)[number];

  @Matches(day)
  on!: string;

  @Matches(clockTime)
  time!: string;

  @IsInt()
  @Min(10)
  @Max(480)
  minutes!: number;

  @IsObject()
  @ValidateNested()
  @Type(() => SessionPlaceRequest)
  place!: SessionPlaceRequest;
}

export class CancelAppointmentRequest {
  @IsIn(scopes)
  scope!: (typeof scopes)[number];
}

/** What became of one person's place; `movedTo` is the day to which the client moved the session, where there is one. */
export class MarkAttendanceRequest {
  @IsIn(['RP', 'BP'])
  side!: 'RP' | 'BP';

  @IsIn(marks)
  attendance!: (typeof marks)[number];

  @IsOptional()
  @Matches(day)
  movedTo?: string | null;
}

/** Hours in which a therapist sees nobody, at most 62 days; no reason is asked. */
export class TakeTimeOffRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  from!: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(instant)
  to!: string;
}

export class AddRoomRequest {
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name!: string;
}
