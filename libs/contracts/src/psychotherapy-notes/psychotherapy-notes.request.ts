import {
  IsISO8601,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

/** The whole note as its author typed it: plain text, 1 to 20,000 characters. */
export class ChangePsychotherapyNoteRequest {
  /** Day of the session it is about, in the couple's zone; left out or null when it is about none. */
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  sessionOn?: string | null;

  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  @Matches(/\S/)
  text!: string;
}

/** A new note. Its id is made where it is written, so that sending it twice writes it once. */
export class WritePsychotherapyNoteRequest {
  @IsUUID(4)
  id!: string;

  /** As in a change. */
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  sessionOn?: string | null;

  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  @Matches(/\S/)
  text!: string;
}

/** One page of the asker's own notes on a couple, newest first; removed ones are a list of their own. */
export class ListPsychotherapyNotesRequest {
  @IsOptional()
  @IsIn(['yes'])
  removed?: 'yes';

  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}
