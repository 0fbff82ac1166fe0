import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';

/** Says who stands in, from when to when. Only an admin names the one who is away; others are away themselves. */
export class AddCoverRequest {
  @IsOptional()
  @IsUUID()
  staffId?: string;

  @IsUUID()
  coveredBy!: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/)
  from!: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/)
  to!: string;
}
