import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';

const tools = [
  'alliance',
  'motivation',
  'social_support',
  'life_events',
  'safety_rescreen',
  'disclosure_completeness',
] as const;

/** Episodes of the caseload that are not closed, oldest first. */
export class OffTrackListRequest {
  /** 50 unless asked for 1 to 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  /** The last episode of the page before. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

/** What is going to be done: one of the support tools, and words for the colleagues who see the episode. */
export class PlanEpisodeRequest {
  @IsIn(tools)
  tool!: (typeof tools)[number];

  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  words!: string;
}

/** What it came to. */
export class CloseEpisodeRequest {
  @IsIn(['resolved', 'expected', 'false_alarm'])
  as!: 'resolved' | 'expected' | 'false_alarm';
}
