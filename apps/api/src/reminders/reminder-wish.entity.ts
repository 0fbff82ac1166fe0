import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a person's consent to reminders. Only the newest one holds an address, while the consent holds. */
@Entity('reminder_wish')
export class ReminderWish {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('integer')
  version!: number;

  @Column('boolean')
  newest!: boolean;

  @Column('boolean')
  given!: boolean;

  @Column('bytea', { name: 'address_sealed', nullable: true })
  addressSealed!: Buffer | null;

  @Column('text', { name: 'quiet_from' })
  quietFrom!: string;

  @Column('text', { name: 'quiet_until' })
  quietUntil!: string;

  @Column('smallint', { name: 'quiet_days', array: true })
  quietDays!: number[];

  @Column('text')
  zone!: string;

  @Column('boolean')
  discreet!: boolean;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  /** When the server looks next whether something is due. */
  @Column('timestamptz', { name: 'look_at' })
  lookAt!: Date;
}
