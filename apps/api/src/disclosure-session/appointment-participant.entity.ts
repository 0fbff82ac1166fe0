import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One member of staff or one person who is booked, and whether they came. */
@Entity('appointment_participant')
export class AppointmentParticipant {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'appointment_id' })
  appointmentId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('boolean')
  live!: boolean;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('timestamptz', { name: 'arrive_at' })
  arriveAt!: Date;

  @Column('text')
  attendance!: string;
}
