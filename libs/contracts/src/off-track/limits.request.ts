import { IsObject } from 'class-validator';

/** A clinic's own values by name of setting; what is left out is the standard again. */
export class ChangeLimitsRequest {
  @IsObject()
  own!: Record<string, unknown>;
}
