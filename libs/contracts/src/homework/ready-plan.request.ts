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

/** Looks at the default plans from a day on; without one from today, and for four weeks. */
export class ReadReadyPlansRequest {
  @IsString()
  @MaxLength(100)
  coupleId!: string;

  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  startsOn?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(168)
  days?: number;
}

/** One exercise of the plan that stays chosen. */
export class ChosenExerciseRequest {
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

/** Gives what is chosen of one default plan, or of a pack of the clinic, in one act: all of it or nothing. */
export class GiveReadyPlanRequest {
  @IsUUID()
  coupleId!: string;

  @Matches(/^[a-z0-9_]{1,40}$/)
  planKey!: string;

  /** The version of a pack that was looked at. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  planVersion?: number;

  /** First day, today or later. */
  @Matches(day)
  @IsISO8601({ strict: true })
  startsOn!: string;

  /** For how many days in a row it is agreed. */
  @IsInt()
  @Min(1)
  @Max(168)
  days!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique((item: ChosenExerciseRequest | null) => item?.templateCode ?? '')
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChosenExerciseRequest)
  items!: ChosenExerciseRequest[];
}
