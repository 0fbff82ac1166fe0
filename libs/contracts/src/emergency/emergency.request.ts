import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';

/** Opens one couple's record for an hour, for reading. Both names have to fit; the reason is kept sealed. */
export class OpenInEmergencyRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  coupleName!: string;

  /** The name of one of the two people. */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  personName!: string;

  @IsString()
  @MinLength(10)
  @MaxLength(500)
  reason!: string;
}

/** What an owner found when looking at an emergency reading. */
export class ReviewEmergencyRequest {
  @IsIn(['in_order', 'to_discuss'])
  outcome!: 'in_order' | 'to_discuss';
}
