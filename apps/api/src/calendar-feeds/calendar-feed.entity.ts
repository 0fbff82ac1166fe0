import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The address of a therapist's calendar, as a hash. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  /** Of the titles. */
  @Column('text')
  language!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
