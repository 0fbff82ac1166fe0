import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** A headed part. At most one of a form is the plan. */
export class NoteFormPartRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(/\S/)
  heading!: string;

  @IsBoolean()
  isPlan!: boolean;
}

/** A form of the clinic, or its next draft. Notes that were begun keep theirs. */
export class KeepNoteFormRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(/\S/)
  name!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NoteFormPartRequest)
  parts!: NoteFormPartRequest[];
}

export class SetNoteLatenessRequest {
  /** Whole days after the end of a session. */
  @IsInt()
  @Min(1)
  @Max(30)
  lateAfterDays!: number;
}
