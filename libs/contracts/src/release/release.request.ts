import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';

/** The author's wish to share one handed-in revision: with the partner, with named therapists, or both. */
export class AskReleaseRequest {
  @IsBoolean()
  toPartner!: boolean;

  @IsArray()
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  staffIds!: string[];

  /** "I am being pressured": it goes no further until the author's therapist has talked with them. */
  @IsBoolean()
  pressured!: boolean;
}

/** What a therapist of the author's side finds in it. What is tagged stays from the partner; an empty list clears it. */
export class SafetyLookRequest {
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(['partner_violence', 'harm_to_children', 'self_harm'], { each: true })
  safetyTags!: ('partner_violence' | 'harm_to_children' | 'self_harm')[];
}

/** One page of what the people of a couple share or want to share. */
export class ListReleasesRequest {
  @IsString()
  @MaxLength(100)
  coupleId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

/** One page of what was shared with the person. */
export class ListSharedRequest {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
