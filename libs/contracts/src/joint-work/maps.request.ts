import { IsIn, Matches } from 'class-validator';

/** The side whose map its therapist lets meet the other. */
export class ApproveMapRequest {
  @IsIn(['RP', 'BP'])
  side!: 'RP' | 'BP';
}

/** A topic of one's own map to take back. */
export class TakeRowBackRequest {
  @Matches(/^[a-z_]{1,40}$/)
  domain!: string;
}
