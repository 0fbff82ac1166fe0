import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

/** A note is begun for a session that has begun. Its id is made where it is written: sent twice, it is begun once. */
export class BeginProgressNoteRequest {
  @IsUUID(4)
  id!: string;

  @IsUUID()
  appointmentId!: string;

  /** Whose record: that of one person, or that of both for a session of both. */
  @IsIn(['RP', 'BP', 'JOINT'])
  side!: 'RP' | 'BP' | 'JOINT';

  /** SOAP, DAP, BIRP, or the id of a form of the clinic. */
  @IsString()
  @Matches(/^(SOAP|DAP|BIRP|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  form!: string;
}

/** The whole draft: one text for each part of its form, in order; empty ones are allowed. */
export class SaveProgressNoteRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @MaxLength(8_000, { each: true })
  parts!: string[];
}

/** The author signs; with a colleague named, the note waits for theirs. */
export class SignProgressNoteRequest {
  @IsOptional()
  @IsUUID()
  coSignerId?: string | null;
}

/** Beside a signed note, under an id that its writer made. */
export class AmendProgressNoteRequest {
  @IsUUID(4)
  id!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(500)
  @Matches(/\S/)
  reason!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(8_000)
  @Matches(/\S/)
  text!: string;
}

/** The second signature, or the note back with a remark. */
export class AnswerCoSignRequest {
  @IsBoolean()
  agreed!: boolean;

  /** Needed to give it back; left out with a signature. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  @Matches(/\S/)
  remark?: string | null;
}

export class ListProgressNotesRequest {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}
