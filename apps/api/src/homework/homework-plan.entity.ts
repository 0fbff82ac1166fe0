import type { Cadence } from '@trellis/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One exercise as it was agreed with one person: its rhythm and its time. */
@Entity('homework_plan')
export class HomeworkPlan {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  compartment!: string;

  @Column('text', { name: 'template_code' })
  templateCode!: string;

  @Column('integer', { name: 'template_version' })
  templateVersion!: number;

  @Column('jsonb')
  cadence!: Cadence;

  /** Chosen days of the week, 1 Monday to 7 Sunday; none when any day of a week will do. */
  @Column('smallint', { array: true })
  weekdays!: number[];

  @Column('text', { name: 'wall_time' })
  wallTime!: string;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'last_on' })
  lastOn!: string;

  /** Locks that the therapist said were settled. */
  @Column('text', { array: true })
  confirmed!: string[];

  @Column('uuid', { name: 'assigned_by' })
  assignedBy!: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}
