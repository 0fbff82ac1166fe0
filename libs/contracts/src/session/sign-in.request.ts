import { IsEmail, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

/** First step of a staff sign-in. */
export class PasswordSignInRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;
}

/** Second step, and step-up: six digits from the authenticator. */
export class SecondFactorRequest {
  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/** Sign-in of an invited person: the three-word name and the passphrase chosen at enrolment. */
export class PassphraseSignInRequest {
  @IsString()
  @MinLength(3)
  @MaxLength(80)
  signInName!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  passphrase!: string;
}

/** Proves once more who is there, in a session that is open. */
export class PassphraseRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  passphrase!: string;
}

/** Moves the demo's clinical clock ahead by days; 0 returns to the present. */
export class MoveDemoTimeRequest {
  @IsInt()
  @Min(0)
  @Max(60)
  days!: number;
}
