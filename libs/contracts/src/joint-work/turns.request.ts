import { IsIn, IsOptional } from 'class-validator';

/** What one of the two does with the clock of their turns. `first`: who begins, with `start` alone. */
export class TurnActRequest {
  @IsIn(['start', 'next', 'pause', 'resume', 'stop'])
  act!: 'start' | 'next' | 'pause' | 'resume' | 'stop';

  @IsOptional()
  @IsIn(['RP', 'BP'])
  first?: 'RP' | 'BP';
}
