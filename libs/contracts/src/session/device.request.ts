import { Matches } from 'class-validator';

/** Opens the homework app on a device that was set up with a PIN. */
export class PinRequest {
  @Matches(/^[0-9]{6,12}$/)
  pin!: string;
}
