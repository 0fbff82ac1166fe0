import {
  IsBoolean,
  IsISO8601,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** Assigns one template to one person of the couple, in its own rhythm, for a number of days. */
export class AssignHomeworkRequest {
  @IsUUID()
  personId!: string;

  @Matches(/^(?:[RBC][0-9]{2}|[RB]X[0-9]{2,3})$/)
  templateCode!: string;

  /** Local date of the first occurrence, in the couple's time zone. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  startsOn!: string;

  /** For how many days in a row it is agreed, 1 to 168. How often it comes in them is the exercise's own. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(168)
  days?: number;
}

/** A draft as it stands. Keys are the template's field keys; values are checked against the template's types. */
export class SaveDraftRequest {
  @IsObject()
  answers!: Record<string, unknown>;
}

export class SubmitHomeworkRequest {
  @IsObject()
  answers!: Record<string, unknown>;
}

/** "This is too hard" and "not this week". Neither counts against anyone. */
export class SetAsideRequest {
  @IsBoolean()
  tooHard!: boolean;
}

/** One page of a couple's homework. */
export class ListHomeworkRequest {
  @IsString()
  @MaxLength(100)
  coupleId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

/** One page of what the person handed in. */
export class OwnRecordRequest {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
