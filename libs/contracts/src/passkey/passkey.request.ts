import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

/** How a browser may reach an authenticator; what it tells beyond these is left out. */
export const passkeyTransports = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal'] as const;

/** A new passkey as the browser made it. Bytes travel as base64url. */
export class NewPasskeyRequest {
  @Matches(/^[A-Za-z0-9_-]{16,1366}$/)
  credentialId!: string;

  @Matches(/^[A-Za-z0-9_-]{32,4096}$/)
  clientData!: string;

  @Matches(/^[A-Za-z0-9_-]{32,8192}$/)
  attestation!: string;

  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(passkeyTransports, { each: true })
  transports!: string[];
}

/** What a passkey signed. Bytes travel as base64url; `userHandle` is empty where the authenticator told none. */
export class PasskeyProofRequest {
  @Matches(/^[A-Za-z0-9_-]{16,1366}$/)
  credentialId!: string;

  @Matches(/^[A-Za-z0-9_-]{32,4096}$/)
  clientData!: string;

  @Matches(/^[A-Za-z0-9_-]{32,4096}$/)
  authenticatorData!: string;

  @Matches(/^[A-Za-z0-9_-]{32,1024}$/)
  signature!: string;

  @Matches(/^[A-Za-z0-9_-]{0,128}$/)
  userHandle!: string;
}

/** A passkey of one's own staff account, with the name to know it by. */
export class AddPasskeyRequest extends NewPasskeyRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  label!: string;
}

export class RenamePasskeyRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  label!: string;
}
