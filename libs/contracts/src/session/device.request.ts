import { IsBoolean, Matches } from 'class-validator';

/** Opens the homework app on a device that was set up with a PIN. */
export class PinRequest {
  @Matches(/^[0-9]{6,12}$/)
  pin!: string;
}

/** Whether somebody else uses the phone or browser of the person too. */
export class SharedDeviceRequest {
  @IsBoolean()
  shared!: boolean;
}

/** Lets a second device make a passkey: the code that the first one shows. Case, spaces and hyphens do not matter. */
export class OpenDeviceLinkRequest {
  @Matches(/^[0-9A-Za-z -]{12,24}$/)
  code!: string;
}

/** Asks for the key of what is kept on this device. The device draws the number once and keeps it: it opens nothing. */
export class DeviceKeyRequest {
  @Matches(/^[\w-]{43}$/)
  device!: string;
}
