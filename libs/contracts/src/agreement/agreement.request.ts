import { Equals } from 'class-validator';

/** The therapist's signature: said after asking each person alone whether it is freely agreed. */
export class SignAgreementRequest {
  @Equals(true)
  askedRp!: boolean;

  @Equals(true)
  askedBp!: boolean;
}
