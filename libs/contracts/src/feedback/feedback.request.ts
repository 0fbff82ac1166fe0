import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export const reviewFilters = [
  'all',
  'risk',
  'notice',
  'too_hard',
  'handed_in',
  'not_this_week',
  'to_talk_about',
] as const;

/** What waits for a therapist: everything, or one kind of it. */
export class ReviewQueueRequest {
  @IsOptional()
  @IsIn(reviewFilters)
  show?: (typeof reviewFilters)[number];
}

/** A therapist's words to the author of an exercise; with `askAgain` the author is asked to go over it once more. */
export class GiveFeedbackRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  @Matches(/\S/)
  words!: string;

  @IsBoolean()
  askAgain!: boolean;
}
