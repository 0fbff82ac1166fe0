import { IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

/** One page of the audit record, newest first. Days are the clinic's and both included. */
export class AuditLogRequest {
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(/^(19|20|21)\d{2}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  until?: string;

  @IsOptional()
  @IsUUID()
  actorId?: string;

  /** An action as the record names it, such as `homework.read`. */
  @IsOptional()
  @Matches(/^[a-z_]{1,40}(\.[a-z_]{1,40}){0,3}$/)
  action?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}

/** One page of who opened the signed-in person's record, newest first. */
export class OpeningsRequest {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}
