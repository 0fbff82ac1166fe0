import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing to look at: what the rules found within a fortnight, and what therapists did about it. */
@Entity('off_track_episode')
export class OffTrackEpisodeRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { array: true })
  sides!: string[];

  @Column('date', { name: 'opened_on' })
  openedOn!: string;

  @Column('date', { name: 'acknowledge_by' })
  acknowledgeBy!: string;

  @Column('text')
  state!: string;

  @Column('uuid', { name: 'acted_by', nullable: true })
  actedBy!: string | null;

  @Column('date', { name: 'acted_on', nullable: true })
  actedOn!: string | null;

  @Column('text', { nullable: true })
  tool!: string | null;

  @Column('bytea', { name: 'plan_sealed', nullable: true })
  planSealed!: Buffer | null;

  @Column('uuid', { name: 'plan_by', nullable: true })
  planBy!: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Column('integer')
  version!: number;

  @Column('integer', { name: 'limits_version' })
  limitsVersion!: number;
}
