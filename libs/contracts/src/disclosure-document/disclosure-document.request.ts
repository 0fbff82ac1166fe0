import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
  ValidateNested,
} from 'class-validator';

const sections = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;

/** One section as its author has it now: plain text, empty when it was cleared, 40,000 characters at most. */
export class SaveDocumentSectionRequest {
  @IsString()
  @MaxLength(40_000)
  text!: string;
}

/** A section that goes into a version, as its author last saw it. */
export class HandedInSection {
  @IsIn(sections)
  section!: (typeof sections)[number];

  /** The version of the saved words. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** Makes the saved words a version that never changes. */
export class HandInDocumentRequest {
  /** Number of the version that the author had open; null for the first. */
  @IsOptional()
  @IsInt()
  @Min(1)
  basedOn?: number | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HandedInSection)
  sections!: HandedInSection[];
}

/** "Might any content expose you or others to legal or professional consequences?" */
export class AnswerLegalQuestionRequest {
  /** Null while the question is open. */
  @IsOptional()
  @IsBoolean()
  exposurePossible?: boolean | null;

  /** It could involve somebody under 18, or a crime. The author says it; their therapist alone takes it back. */
  @IsBoolean()
  minorOrCrime!: boolean;
}

/** One row of the inventory. No links, no names of others: only what, when, how often. */
export class InventoryEntry {
  @IsString()
  @MaxLength(120)
  period!: string;

  @IsString()
  @MaxLength(120)
  behaviour!: string;

  @IsString()
  @MaxLength(120)
  medium!: string;

  @IsString()
  @MaxLength(120)
  frequency!: string;

  @IsString()
  @MaxLength(120)
  timeCost!: string;

  @IsString()
  @MaxLength(120)
  moneyCost!: string;

  @IsString()
  @MaxLength(300)
  secrecy!: string;

  @IsBoolean()
  realPersons!: boolean;

  @IsBoolean()
  healthRisk!: boolean;

  @IsIn(['yes', 'no', 'partly'])
  knownByPartner!: 'yes' | 'no' | 'partly';

  @IsIn(['memory', 'device', 'bank'])
  source!: 'memory' | 'device' | 'bank';
}

/** The whole inventory as its author has it now; 100 rows at most. */
export class SaveInventoryRequest {
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => InventoryEntry)
  entries!: InventoryEntry[];
}

/** A comment on a place of one version. `start` and `length` count UTF-16 units of that section. */
export class ChangeDocumentCommentRequest {
  @IsInt()
  @Min(0)
  @Max(40_000)
  start!: number;

  @IsInt()
  @Min(0)
  @Max(40_000)
  length!: number;

  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  @Matches(/\S/)
  text!: string;
}

/** A new comment. Its id is made where it is written, so that sending it twice writes it once. */
export class WriteDocumentCommentRequest {
  @IsUUID(4)
  id!: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  number!: number;

  @IsIn(sections)
  section!: (typeof sections)[number];

  @IsInt()
  @Min(0)
  @Max(40_000)
  start!: number;

  @IsInt()
  @Min(0)
  @Max(40_000)
  length!: number;

  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  @Matches(/\S/)
  text!: string;
}

/** The own therapist's word on one section of one version. */
export class DecideDocumentSectionRequest {
  @IsIn(sections)
  section!: (typeof sections)[number];

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  number!: number;

  @IsIn(['approved', 'changes_requested'])
  decision!: 'approved' | 'changes_requested';
}

/** The questions that the document leaves open, by id. */
export class RaiseDocumentGapsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  questionIds!: string[];
}

/** Whether the law keeps the document, as somebody looked it up. */
export class LookUpDocumentHoldRequest {
  @IsBoolean()
  hold!: boolean;
}
