import {
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

const longestCode = 40;

/** Letters of a file with a form; published ones stay far below. */
const longestFile = 200_000;

/** A FHIR R4 Questionnaire that the clinic may use. Nothing that it points to is fetched. */
export class ImportInstrumentRequest {
  /** Of the list of instruments, such as PHQ-9. */
  @IsString()
  @Matches(/^[A-Za-z0-9-]+$/)
  @MaxLength(longestCode)
  code!: string;

  /** The file as it is, JSON in one text: a form has more parts than a request. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestFile)
  questionnaire!: string;

  /** Which items are scored, of which scale they are and which are reversed; by linkId. Left out where it is plain. */
  @IsOptional()
  @IsObject()
  mapping?: Record<string, unknown>;

  /** "The clinic may use this form." */
  @IsOptional()
  @IsBoolean()
  attested?: boolean;

  /** Number or name of the license or permission. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  licenceReference?: string;
}

/** Where the clinic draws its lines. Null is the standard of the list, or a number of the clinic's own beside it. */
export class SetThresholdsRequest {
  /** The id of a published cut. */
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestCode)
  cut!: string | null;

  /** The clinic's own cut, where the instrument allows one. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(-1000)
  @Max(1000)
  ownCut?: number | null;

  /** The id of a published change. */
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestCode)
  change!: string | null;

  /** The clinic's own standard deviation, in points of the scale; goes with its reliability. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.1)
  @Max(100)
  ownSd?: number | null;

  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.5)
  @Max(0.99)
  ownReliability?: number | null;
}

/** An instrument for one person, to be filled in on the own phone. */
export class GiveMeasureRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(36)
  personId!: string;

  @IsString()
  @Matches(/^[A-Za-z0-9-]+$/)
  @MaxLength(longestCode)
  code!: string;
}

/** What a therapist asked in a session and wrote down. */
export class EnterMeasureRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(36)
  personId!: string;

  @IsString()
  @Matches(/^[A-Za-z0-9-]+$/)
  @MaxLength(longestCode)
  code!: string;

  @IsIn(['in_person', 'verified_alone_call'])
  place!: 'in_person' | 'verified_alone_call';

  /** The therapist made sure that nobody else listens. */
  @IsBoolean()
  alone!: boolean;

  /** By linkId: the code of an option, a number, or yes and no. */
  @IsObject()
  answers!: Record<string, unknown>;
}

/** One person's own answers, while they are written and as they are handed in. */
export class MeasureAnswersRequest {
  /** By linkId: the code of an option, a number, or yes and no. What is open is left out or null. */
  @IsObject()
  answers!: Record<string, unknown>;
}
