import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One rule that was met, kept once. */
@Entity('off_track_alert')
export class OffTrackAlertRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'episode_id' })
  episodeId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  rule!: string;

  @Column('text', { nullable: true })
  predictor!: string | null;

  @Column('text', { nullable: true })
  track!: string | null;

  @Column('date', { name: 'met_on' })
  metOn!: string;

  @Column('date', { name: 'counts_on' })
  countsOn!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'alert_key' })
  alertKey!: string;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;
}
