import { IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';

/** Brings a therapist to one side of a couple. Without a date: now. */
export class JoinCareTeamRequest {
  @IsUUID()
  staffId!: string;

  @IsIn(['RP', 'BP', 'JOINT'])
  side!: 'RP' | 'BP' | 'JOINT';

  /** Instant, ISO 8601 with offset; not in the past. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/)
  from?: string;
}

/** Ends an assignment. Without a date: now. */
export class EndCareTeamRequest {
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/)
  to?: string;
}

/** Hands an assignment over to another therapist, both at one moment. Without a date: now. */
export class HandOverRequest {
  @IsUUID()
  staffId!: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/)
  from?: string;
}

/** Makes somebody of the team the lead therapist. */
export class LeadCareTeamRequest {
  @IsUUID()
  staffId!: string;
}
