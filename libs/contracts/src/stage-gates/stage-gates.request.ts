import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { gateFactNames, type GateFactKindName } from './gate-facts.js';

const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;
const sides = ['RP', 'BP', 'JOINT'] as const;

/** What a clinician found or saw, on the side they care for; joint facts belong to the whole team. */
export class RecordGateFactRequest {
  @IsIn(gateFactNames)
  kind!: GateFactKindName;

  @IsIn(sides)
  side!: (typeof sides)[number];

  @IsString()
  @Matches(/^[a-z_]{2,40}$/)
  outcome!: string;

  /** Local day, today or earlier. */
  @Matches(day)
  on!: string;

  @IsOptional()
  @Matches(day)
  comparedWith?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @IsInt({ each: true })
  @Min(-10, { each: true })
  @Max(10, { each: true })
  amounts?: number[];

  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string | null;
}

/** A therapist signs for one role, in their own sign-in. */
export class SignGateRequest {
  @IsIn(sides)
  side!: (typeof sides)[number];
}

/** Back to an earlier stage. A reason may be kept for the side it is about; nobody has to give one. */
export class StepBackRequest {
  @IsIn([1, 2])
  to!: 1 | 2;

  @IsIn(sides)
  side!: (typeof sides)[number];

  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string | null;
}

/** One person's own way back; no reason is asked. */
export class OwnStepBackRequest {
  @IsIn([1, 2])
  to!: 1 | 2;
}

/** "I want this and can say no", asked alone. */
export class AnswerGateRequest {
  @IsIn([2, 3])
  to!: 2 | 3;

  @IsIn(['yes', 'not_yet', 'no'])
  answer!: 'yes' | 'not_yet' | 'no';

  @IsBoolean()
  canSayNo!: boolean;

  @IsBoolean()
  alone!: boolean;
}

/** Answers 0 to 4; null for one that is left open. */
export class IndexAnswersRequest {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  say_hard_things?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  stays_kind?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  free_to_say_no?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  rushed?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  believed?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  body_relaxed?: number | null;
}

/** The index of the running week. */
export class GiveIndexRequest {
  @IsObject()
  @ValidateNested()
  @Type(() => IndexAnswersRequest)
  answers!: IndexAnswersRequest;
}
