import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

const categories = [
  'what_happened',
  'when',
  'people',
  'money',
  'health',
  'hiding',
  'us',
  'now',
  'other',
] as const;
const details = ['yes_no', 'number_or_range', 'summary', 'do_not_tell_me'] as const;

/** A question as its author has it now. Each text holds up to 2,000 characters; only the question has to hold any. */
export class ChangeQuestionRequest {
  /** What it is about; null or left out while it is open. */
  @IsOptional()
  @IsIn(categories)
  category?: (typeof categories)[number] | null;

  /** How much the author wants to hear; needed before the release. */
  @IsOptional()
  @IsIn(details)
  detail?: (typeof details)[number] | null;

  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  @Matches(/\S/)
  question!: string;

  @IsString()
  @MaxLength(2000)
  reason!: string;

  @IsString()
  @MaxLength(2000)
  fear!: string;
}

/** A new question. Its id is made where it is written, so that sending it twice writes it once. */
export class WriteQuestionRequest extends ChangeQuestionRequest {
  @IsUUID(4)
  id!: string;
}

/** What the author wants to hear about one kind of information; null takes the wish back. */
export class InformationWishRequest {
  /** Null takes the wish back; an empty request takes back nothing. */
  @IsIn(['tell_me', 'do_not_tell_me', null])
  wish!: 'tell_me' | 'do_not_tell_me' | null;
}

/** The author's own therapist has gone through a question with them, and says something to it or nothing. */
export class LookThroughQuestionRequest {
  @IsString()
  @MaxLength(2000)
  advice!: string;
}

/** How a question is closed: answered in the document, or declined, with or without the reason talked about. */
export class CloseQuestionRequest {
  @IsIn(['answered', 'declined'])
  outcome!: 'answered' | 'declined';

  @IsBoolean()
  reasonDiscussed!: boolean;
}
