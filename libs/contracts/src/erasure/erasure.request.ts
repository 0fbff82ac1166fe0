import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** Asks, as the office, for the erasure of a person's record. */
export class AskErasureRequest {
  @IsUUID()
  personId!: string;
}

/** A page of the list of erasures. */
export class ErasureListRequest {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
