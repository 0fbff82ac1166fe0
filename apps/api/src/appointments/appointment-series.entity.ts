import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session that comes again: the text of its rule, a wall time and a zone. */
@Entity('appointment_series')
export class AppointmentSeries {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  side!: string;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('text', { name: 'wall_time' })
  wallTime!: string;

  @Column('text')
  zone!: string;

  @Column('smallint')
  minutes!: number;

  @Column('text', { name: 'rule_text' })
  ruleText!: string;

  @Column('jsonb')
  exceptions!: unknown;

  @Column('text')
  place!: string;

  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('uuid', { name: 'staff_ids', array: true })
  staffIds!: string[];

  @Column('timestamptz', { name: 'written_until' })
  writtenUntil!: Date;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('integer')
  version!: number;
}
