import { IsBoolean, IsEmail, IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';

const roles = ['therapist', 'supervisor', 'clinic_admin', 'owner'] as const;

/** Invites a colleague. A person with two roles is invited once for each. */
export class InviteStaffRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @IsString()
  @MaxLength(40)
  credentials!: string;

  // A quoted part in front of the @ may hold line breaks, and letters are sent here.
  @Matches(/^[^\s"]+$/)
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsIn(roles)
  role!: (typeof roles)[number];
}

/** Changes what a member of staff may do, or whether they may come in at all. */
export class ChangeStaffRequest {
  @IsIn(roles)
  role!: (typeof roles)[number];

  @IsBoolean()
  active!: boolean;
}

/** Opens a staff invitation: the link's secret and the code told on another channel. Uses nothing up. */
export class OpenStaffInvitationRequest {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token!: string;

  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/**
 * Joins the clinic. Somebody new chooses the password and sends the new authenticator's code; somebody with an
 * account sends its password and its authenticator's code.
 */
export class JoinStaffRequest {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  token!: string;

  @Matches(/^[0-9]{6}$/)
  code!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password!: string;

  @Matches(/^[0-9]{6}$/)
  authenticatorCode!: string;
}
