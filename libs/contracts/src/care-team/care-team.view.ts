import type { ColleagueView } from '../couple/couple.view.js';

/** One assignment with its dates, ISO 8601 instants. */
export class CareTeamRowView {
  readonly id!: string;
  readonly staffId!: string;
  readonly name!: string;
  readonly credentials!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly lead!: boolean;
  readonly from!: string;
  readonly to!: string | null;
  readonly state!: 'planned' | 'current' | 'ended';
}

/** Who cares for a couple, cared, and will. */
export class CareTeamView {
  readonly rows!: CareTeamRowView[];
  /** Whether the asker sets this team. */
  readonly mayChange!: boolean;
  /** Therapists who can join; empty where the asker does not set the team. */
  readonly candidates!: ColleagueView[];
}
