import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

/** A new letter. Its id is made where it is written. */
export class BeginLetterRequest {
  @IsUUID(4)
  id!: string;

  @IsIn(['impact', 'restitution'])
  kind!: 'impact' | 'restitution';
}

/** The draft as it stands: section keys of the letter's exercise, each a text of up to 8,000 characters. */
export class SaveLetterRequest {
  @IsObject()
  sections!: Record<string, unknown>;
}

/** Whether the person agrees that a letter is destroyed. */
export class AgreeToDestroyRequest {
  @IsBoolean()
  agree!: boolean;
}

/** What the author's own therapist says to a revision. */
export class CommentLetterRequest {
  @IsUUID(4)
  id!: string;

  @IsInt()
  @Min(1)
  @Max(10_000)
  revision!: number;

  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  @Matches(/\S/)
  text!: string;
}

/** A therapist lays down a wish, an approval or a rehearsal of their own side, or takes it back. */
export class MarkLetterRequest {
  @IsBoolean()
  given!: boolean;

  /** The text that was looked at; needed where the mark is about one. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  revision?: number | null;

  /** Ids of the checklist that were looked at. They advise and block nothing. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  checks!: string[];
}
