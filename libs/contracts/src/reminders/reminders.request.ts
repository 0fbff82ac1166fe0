import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a person wants reminders by mail, where, and when not. Without consent nothing of it is used. */
export class ChooseRemindersRequest {
  @IsBoolean()
  given!: boolean;

  /** Left out where no reminders are wanted. */
  @IsOptional()
  @IsString()
  @MaxLength(254)
  @IsEmail()
  address?: string;

  /** The same as `quietUntil` for no quiet hours; a start after the end goes over midnight. */
  @Matches(clockTime)
  quietFrom!: string;

  @Matches(clockTime)
  quietUntil!: string;

  /** Days without mail, Monday 1 to Sunday 7. */
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  quietDays!: number[];

  @IsString()
  @MaxLength(64)
  @IsTimeZone()
  timeZone!: string;

  /** Every reminder has the same words, whatever it is about. */
  @IsBoolean()
  discreet!: boolean;
}

/** A clinic's own intervals by name of setting; what is left out is the standard again. */
export class ChangeReminderSettingsRequest {
  @IsObject()
  own!: Record<string, unknown>;
}
