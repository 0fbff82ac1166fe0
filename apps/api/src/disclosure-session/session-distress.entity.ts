import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One rating from 0 to 10, entered by a therapist. */
@Entity('session_distress')
export class SessionDistress {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'appointment_id' })
  appointmentId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  moment!: string;

  @Column('smallint')
  value!: number;

  @Column('uuid', { name: 'entered_by' })
  enteredBy!: string;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: Date;
}
