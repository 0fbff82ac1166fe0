import { IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';

/** Signs in with a recovery code in place of the authenticator. Case, spaces and hyphens do not matter. */
export class RecoveryCodeRequest {
  @IsString()
  @Matches(/^[0-9A-Za-z -]{12,24}$/)
  code!: string;
}

/** A new password of one's own; the current one is asked for again. */
export class ChangePasswordRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  current!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;
}

/** Takes the new authenticator into use: `code` is what it shows. */
export class ChangeAuthenticatorRequest {
  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/** Changes over to another of one's own memberships. */
export class ChangeMembershipRequest {
  @IsUUID()
  clinicId!: string;

  @IsUUID()
  staffId!: string;
}
