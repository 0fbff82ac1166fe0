import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;
const tracks = ['RP', 'BP'] as const;
const conditions = [
  'acute_risk_to_self',
  'acute_risk_to_other',
  'violence_or_fear',
  'substance_crisis',
  'slip_or_concealment',
  'acute_mental_state',
  'legal_exposure',
  'not_wanted_or_coerced',
  'separation_decided',
  'life_event',
  'no_separate_support',
] as const;
const recordKinds = [
  'risk_screen',
  'counsel',
  'timing_note',
  'separation_purpose',
  'consultation',
  'treatment_start',
] as const;
const outcomes = ['consulted', 'not_consulted', 'health', 'safety', 'legal'] as const;
const scopes = ['status', 'safety', 'content'] as const;
const skills = ['senses', 'breath', 'cold_water', 'walk', 'hold', 'voice'] as const;
const statuses = ['met', 'not_met', 'not_applicable', 'clinician_override'] as const;

/** One condition, judged for one person. */
export class ReadinessFinding {
  @IsIn(conditions)
  condition!: (typeof conditions)[number];

  @IsBoolean()
  present!: boolean;
}

/** What was found in one person alone on one day; the note stays behind the wall of their side. */
export class AssessReadinessRequest {
  @IsIn(tracks)
  side!: (typeof tracks)[number];

  /** Local day of the assessment, today or earlier. */
  @Matches(day)
  @IsISO8601({ strict: true })
  on!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(11)
  @ArrayUnique((finding: ReadinessFinding | null) => finding?.condition)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReadinessFinding)
  findings!: ReadinessFinding[];

  @IsOptional()
  @IsString()
  @Length(1, 4000)
  @Matches(/\S/)
  note?: string | null;
}

/** Another dated fact: a risk screen, advice taken, a note on timing, a purpose, a consultation, the start of treatment. */
export class RecordReadinessRequest {
  @IsIn(recordKinds)
  kind!: (typeof recordKinds)[number];

  /** A person's side; JOINT for a consultation. */
  @IsIn([...tracks, 'JOINT'])
  side!: 'RP' | 'BP' | 'JOINT';

  @Matches(day)
  @IsISO8601({ strict: true })
  on!: string;

  /** For `counsel` and `separation_purpose` only. */
  @IsOptional()
  @IsIn(outcomes)
  outcome?: (typeof outcomes)[number] | null;

  @IsOptional()
  @IsString()
  @Length(1, 4000)
  @Matches(/\S/)
  note?: string | null;
}

/** How one criterion stands. An exception needs a reason, an override also a second clinician. */
export class MarkReadinessRequest {
  @IsIn(statuses)
  status!: (typeof statuses)[number];

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  evidence?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  reason?: string | null;

  @IsOptional()
  @IsUUID()
  coSignerId?: string | null;
}

/** The office says whether two rooms are held, or contacts were checked. */
export class MarkOfficeItemRequest {
  @IsIn(['met', 'not_met'])
  status!: 'met' | 'not_met';
}

/** Asks a person to let all therapists of the couple talk to each other. */
export class AskInformationReleaseRequest {
  @IsIn(tracks)
  side!: (typeof tracks)[number];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(scopes, { each: true })
  scopes!: (typeof scopes)[number][];

  /** Last local day on which it holds: today or later, at most a year ahead. */
  @Matches(day)
  @IsISO8601({ strict: true })
  validUntil!: string;
}

/** The named colleague signs, or does not. */
export class CosignReadinessRequest {
  @IsBoolean()
  agreed!: boolean;
}

/** One's own answer to the disclosure, to the text as it was shown. */
export class AnswerDisclosureRequest {
  @IsIn(['yes', 'not_now', 'no'])
  answer!: 'yes' | 'not_now' | 'no';

  @IsString()
  @Length(1, 100)
  textVersion!: string;
}

/** A criterion that a person meets themself. */
export class TickReadinessRequest {
  @IsBoolean()
  met!: boolean;
}

/** A grounding exercise done today: which, and whether things eased again. */
export class LogGroundingRequest {
  @IsIn(skills)
  skill!: (typeof skills)[number];

  @IsBoolean()
  recoveryNoted!: boolean;
}

/** Signs a release of information as it was shown. */
export class SignInformationReleaseRequest {
  @IsString()
  @Length(1, 100)
  textVersion!: string;
}
