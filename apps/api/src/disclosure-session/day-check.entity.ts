import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The same-day check of one person: their own answers (P) or what their therapist asked (T). */
@Entity('day_check')
export class DayCheck {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'appointment_id' })
  appointmentId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  source!: string;

  @Column('boolean', { nullable: true })
  sober!: boolean | null;

  @Column('boolean', { nullable: true })
  slept!: boolean | null;

  @Column('boolean', { nullable: true })
  safe!: boolean | null;

  @Column('boolean', { name: 'consent_reaffirmed', nullable: true })
  consentReaffirmed!: boolean | null;

  @Column('boolean', { name: 'transport_confirmed', nullable: true })
  transportConfirmed!: boolean | null;

  @Column('boolean', { name: 'child_care_confirmed', nullable: true })
  childCareConfirmed!: boolean | null;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'void_at', nullable: true })
  voidAt!: Date | null;

  @Column('integer')
  version!: number;
}
