import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** One's own couples by name. */
export class SupervisionRequest {
  /** 100 unless asked for 1 to 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  /** The last couple of the page before. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}
