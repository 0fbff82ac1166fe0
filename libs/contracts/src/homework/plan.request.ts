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
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** How often, on which days of the week and at what time; what is left out stays as the exercise has it. */
export class PlanRhythmRequest {
  /** 0 is the exercise's own rhythm, the others follow in the library's order. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9)
  cadence?: number;

  /** Chosen days of the week, 1 Monday to 7 Sunday, of an exercise of several times a week. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays?: number[];

  /** Wall time of a daily exercise on the couple's clock. */
  @IsOptional()
  @IsString()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  time?: string;

  /** First day, today or later. */
  @Matches(day)
  @IsISO8601({ strict: true })
  startsOn!: string;

  /** For how many days in a row it is agreed. */
  @IsInt()
  @Min(1)
  @Max(168)
  days!: number;
}

/** One exercise for one person. */
export class PlanItemRequest extends PlanRhythmRequest {
  @IsUUID()
  personId!: string;

  @Matches(/^(?:[RBC][0-9]{2}|[RB]X[0-9]{2,3})$/)
  templateCode!: string;

  /** Locks that the therapist has settled with the person, for exercises that ask for it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(['acute_risk', 'no_support_that_evening', 'legal_question_open'], { each: true })
  confirmed?: ('acute_risk' | 'no_support_that_evening' | 'legal_question_open')[];
}

/** Several exercises, for one person or for both, in one act: all of them or none. */
export class AssignPlansRequest {
  @IsUUID()
  coupleId!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique((item: PlanItemRequest | null) => `${item?.personId ?? ''} ${item?.templateCode ?? ''}`)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlanItemRequest)
  items!: PlanItemRequest[];
}

export class ReadPlansRequest {
  @IsString()
  @MaxLength(100)
  coupleId!: string;
}

/** One exercise rests, or everything of the named people; without a last day until it is ended. */
export class AddRestRequest {
  @IsUUID()
  coupleId!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  personIds!: string[];

  @IsOptional()
  @IsUUID()
  planId?: string;

  @IsIn(['travel', 'illness', 'agreed_pause'])
  kind!: 'travel' | 'illness' | 'agreed_pause';

  @Matches(day)
  @IsISO8601({ strict: true })
  from!: string;

  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  to?: string;
}
