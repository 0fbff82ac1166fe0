import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { NewPasskeyRequest } from '../passkey/passkey.request.js';

/** What the homework app sends to open an invitation: the link's secret and the code told on another channel. */
export class ExchangeInvitationRequest {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token!: string;

  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/** What every enrolment says: consents by text version, the language, and whose device it is. */
class EnrolmentRequest {
  @IsArray()
  @ArrayMaxSize(8)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  consents!: string[];

  @IsIn(['en', 'es'])
  language!: 'en' | 'es';

  /** Whether somebody else uses this phone or browser too; left out where it was not asked. */
  @IsOptional()
  @IsBoolean()
  sharedDevice?: boolean;
}

/** Finishes an enrolment with a passphrase of the person's own. */
export class EnrolRequest extends EnrolmentRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  passphrase!: string;
}

/** Finishes an enrolment with this device and a PIN: at least six digits. */
export class EnrolDeviceRequest extends EnrolmentRequest {
  @Matches(/^[0-9]{6,12}$/)
  pin!: string;
}

/** Finishes an enrolment with a passkey. */
export class EnrolPasskeyRequest extends EnrolmentRequest {
  @IsDefined()
  @ValidateNested()
  @Type(() => NewPasskeyRequest)
  passkey!: NewPasskeyRequest;
}

/** Gives the consent to measurement, or takes it back. */
export class ChangeMeasurementRequest {
  @IsBoolean()
  given!: boolean;
}
