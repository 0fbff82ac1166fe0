import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';

/** What the homework app sends to open an invitation: the link's secret and the code told on another channel. */
export class ExchangeInvitationRequest {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token!: string;

  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/** Finishes an enrolment: consents by text version, language, and a passphrase of the person's own. */
export class EnrolRequest {
  @IsArray()
  @ArrayMaxSize(8)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  consents!: string[];

  @IsIn(['en', 'es'])
  language!: 'en' | 'es';

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  passphrase!: string;
}

/** Gives the consent to measurement, or takes it back. */
export class ChangeMeasurementRequest {
  @IsBoolean()
  given!: boolean;
}
