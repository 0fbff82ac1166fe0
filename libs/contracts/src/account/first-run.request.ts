import { IsBoolean, IsEmail, IsString, IsTimeZone, Matches, MaxLength, MinLength } from 'class-validator';

/** What the link of an empty server carries. */
export class SetUpTokenRequest {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token!: string;
}

/** The first clinic and its owner. `code` is what the owner's new authenticator shows. */
export class SetUpClinicRequest {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(80)
  clinicName!: string;

  @IsTimeZone()
  timeZone!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(40)
  phone!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @IsString()
  @MaxLength(40)
  credentials!: string;

  /** The owner also treats couples: a second membership, to change over to. */
  @IsBoolean()
  alsoTherapist!: boolean;

  // A quoted part in front of the @ may hold line breaks, and letters are sent here.
  @Matches(/^[^\s"]+$/)
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;

  @Matches(/^[0-9]{6}$/)
  code!: string;
}
