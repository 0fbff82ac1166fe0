import { IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';

const zoned = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;
const levels = ['near_slip', 'slip', 'longer_episode'] as const;
const tellings = [
  'not_yet',
  'with_therapist_planned',
  'told',
  'partner_found_out',
  'agreement_says_not_this_level',
] as const;

/** What a slip may be told with, by the person or by their therapist. */
export class TellSlipRequest {
  @IsIn(tellings)
  partner!: (typeof tellings)[number];

  /** For a planned or a past telling. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(zoned)
  partnerAt?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(zoned)
  therapistToldAt?: string | null;
}

/** A slip, logged by the recovering person. Where `stopCheck` is not a clear no, nothing is kept and a call is asked for. */
export class LogOwnSlipRequest extends TellSlipRequest {
  @IsIn(['no', 'could_be'])
  stopCheck!: 'no' | 'could_be';

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(zoned)
  slipAt!: string;

  @IsIn(levels)
  level!: (typeof levels)[number];

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  words?: string | null;
}

/** A slip or material that was not in the document, logged by the recovering person's therapist. */
export class LogSlipRequest {
  @IsIn(['slip', 'new_material'])
  kind!: 'slip' | 'new_material';

  @IsOptional()
  @IsIn(levels)
  level?: (typeof levels)[number] | null;

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(zoned)
  slipAt!: string;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  words?: string | null;
}
