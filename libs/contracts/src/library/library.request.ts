import { IsBoolean, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

/** A new exercise of the clinic, as a draft. Its content is checked by the rules of exercises, part by part. */
export class CreateExerciseRequest {
  @IsIn(['R', 'B'])
  track!: 'R' | 'B';

  @IsObject()
  content!: Record<string, unknown>;
}

/** A FHIR R4 Questionnaire to begin with. Read as JSON; nothing that it points to is fetched. */
export class ImportExerciseRequest {
  @IsIn(['R', 'B'])
  track!: 'R' | 'B';

  @IsObject()
  questionnaire!: Record<string, unknown>;

  /** "The clinic may use this form." Asked for whatever names an owner. */
  @IsOptional()
  @IsBoolean()
  attested?: boolean;

  /** Number or name of the licence or permission. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  licenceReference?: string;
}

/** The draft as it stands. Without a draft a new version begins with it. */
export class SaveExerciseRequest {
  @IsObject()
  content!: Record<string, unknown>;
}

export class PublishExerciseRequest {
  /** What is new in it, for the history. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  reason!: string;

  /** Words that are pointed out stay all the same. */
  @IsOptional()
  @IsBoolean()
  keepsWords?: boolean;
}

export class RetireExerciseRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  reason!: string;
}
