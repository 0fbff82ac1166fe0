import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Hours in which a therapist sees nobody. No reason is kept. */
@Entity('time_off')
export class TimeOff {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;
}
