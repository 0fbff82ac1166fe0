import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';

const zoned = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;
const followUps = ['departure', 'h24', 'h72', 'd7', 'd14', 'd28', 'letter'] as const;
const taps = ['home', 'elsewhere', 'with_support', 'call_me'] as const;
const amounts = ['enough', 'little', 'hardly'] as const;

/** A therapist was in touch with the person of one side. Only that side's therapist says so; of leaving safely, the lead too. */
export class RecordContactRequest {
  @IsIn(['RP', 'BP'])
  side!: 'RP' | 'BP';

  @IsIn(followUps)
  contact!: (typeof followUps)[number];
}

/** One tap on the way home. */
export class TapDepartureRequest {
  @IsIn(taps)
  tap!: (typeof taps)[number];
}

/** A short check. Everything may be left open; the words go to the own therapist alone. */
export class AnswerAftercareRequest {
  @IsOptional()
  @IsIn(['safe', 'unsure', 'not_safe'])
  risk?: 'safe' | 'unsure' | 'not_safe' | null;

  @IsOptional()
  @IsIn(amounts)
  sleep?: (typeof amounts)[number] | null;

  @IsOptional()
  @IsIn(amounts)
  food?: (typeof amounts)[number] | null;

  /** A wish to be called by the own therapist. */
  @IsOptional()
  @IsBoolean()
  contactWanted?: boolean | null;

  @IsOptional()
  @IsString()
  @Length(1, 4000)
  words?: string | null;
}

/** Something was left out. With words the own therapist knows; without them the person tells it in a talk. */
export class OpenCorrectionRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(zoned)
  recalledAt!: string;

  @IsOptional()
  @IsString()
  @Length(1, 8000)
  words?: string | null;
}

/** How far an addition has come; each step is dated by the therapist. */
export class MoveCorrectionRequest {
  @IsIn(['told', 'met', 'reviewed'])
  step!: 'told' | 'met' | 'reviewed';

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(zoned)
  at!: string;
}
