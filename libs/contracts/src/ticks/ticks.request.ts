import { IsBoolean, IsIn, IsISO8601, Matches } from 'class-validator';

/** One day ticked, or its tick taken back: an agreed update that was given, or a recovery activity. */
export class SetTickRequest {
  @IsIn(['update', 'activity'])
  kind!: 'update' | 'activity';

  /** Local date in the couple's time zone. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  on!: string;

  @IsBoolean()
  kept!: boolean;
}
