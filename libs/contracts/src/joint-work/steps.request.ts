import { Matches } from 'class-validator';

/** The step that a therapist opens for both. */
export class OpenStepRequest {
  @Matches(/^step_[0-9]$/)
  step!: string;
}
