import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The run of one appointment: what was confirmed, and how far it has come. No words. */
@Entity('disclosure_session')
export class DisclosureSession {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'appointment_id' })
  appointmentId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('boolean', { nullable: true })
  telehealth!: boolean | null;

  @Column('text', { name: 'telehealth_marks', array: true })
  telehealthMarks!: string[];

  @Column('timestamptz', { name: 'emergency_checked_at', nullable: true })
  emergencyCheckedAt!: Date | null;

  @Column('uuid', { name: 'emergency_checked_by', nullable: true })
  emergencyCheckedBy!: string | null;

  @Column('text', { array: true })
  noticed!: string[];

  @Column('timestamptz', { name: 'departure_confirmed_at', nullable: true })
  departureConfirmedAt!: Date | null;

  @Column('uuid', { name: 'departure_confirmed_by', nullable: true })
  departureConfirmedBy!: string | null;

  @Column('timestamptz', { name: 'reading_allowed_at', nullable: true })
  readingAllowedAt!: Date | null;

  @Column('uuid', { name: 'reading_allowed_by', nullable: true })
  readingAllowedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}
