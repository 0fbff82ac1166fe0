import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  IsTimeZone,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** One of the two people. Names are what the person wants to be called on every screen. */
export class NewPersonRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @IsString()
  @MaxLength(40)
  pronouns!: string;

  @IsIn(['en', 'es'])
  language!: 'en' | 'es';
}

/** Who of the staff cares for which side. */
export class CareTeamEntryRequest {
  @IsUUID()
  staffId!: string;

  @IsIn(['RP', 'BP', 'JOINT'])
  side!: 'RP' | 'BP' | 'JOINT';
}

/** Adds a couple with its two people and its care team; all three sides need a therapist. */
export class AddCoupleRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name!: string;

  // Without IsObject an empty list would pass: it has no item to validate.
  @IsObject()
  @ValidateNested()
  @Type(() => NewPersonRequest)
  recoveringPerson!: NewPersonRequest;

  @IsObject()
  @ValidateNested()
  @Type(() => NewPersonRequest)
  partner!: NewPersonRequest;

  @IsTimeZone()
  timeZone!: string;

  @IsIn(['NO_SECRETS', 'LIMITED', 'INDIVIDUAL_CONFIDENTIAL'])
  secretsPolicy!: 'NO_SECRETS' | 'LIMITED' | 'INDIVIDUAL_CONFIDENTIAL';

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CareTeamEntryRequest)
  careTeam!: CareTeamEntryRequest[];
}
