import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One hour of one member of staff or one person: a place in a session with what became of it, or time off. */
@Entity('appointment_participant')
export class AppointmentParticipant {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'appointment_id', nullable: true })
  appointmentId!: string | null;

  @Column('uuid', { name: 'couple_id', nullable: true })
  coupleId!: string | null;

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

  @Column('text', { nullable: true })
  side!: string | null;

  @Column('uuid', { name: 'time_off_id', nullable: true })
  timeOffId!: string | null;

  @Column('date', { name: 'moved_to', nullable: true })
  movedTo!: string | null;
}
