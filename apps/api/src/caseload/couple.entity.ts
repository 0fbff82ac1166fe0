import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A couple: stage of treatment and the calendar its fortnights are counted by. */
@Entity('couple')
export class Couple {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  status!: string;

  @Column('smallint')
  stage!: number;

  @Column('date', { name: 'stage_since' })
  stageSince!: string;

  @Column('date', { name: 'anchor_on' })
  anchorOn!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { name: 'secrets_policy' })
  secretsPolicy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
