import {
  Equals,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** Assigns one exercise of two people to both of a couple, in its own rhythm, for a number of days. */
export class AssignJointWorkRequest {
  @IsString()
  @MaxLength(100)
  coupleId!: string;

  @Matches(/^C[0-9]{2}$/)
  templateCode!: string;

  /** Local date of the first occurrence, in the couple's time zone. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  startsOn!: string;

  /** For how many days in a row it is agreed, 1 to 168. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(168)
  days?: number;

  /** A form of the exercise, such as ticks only; without it the form of the stage. */
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  form?: string;
}

/** One page of a couple's joint exercises. */
export class ListJointWorkRequest {
  @IsString()
  @MaxLength(100)
  coupleId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

/** Said by the therapist who opens both halves: the couple sits there now. */
export class OpenJointWorkRequest {
  @Equals(true)
  inSession!: boolean;
}
