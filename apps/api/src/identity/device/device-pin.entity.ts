import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One device that opens with a PIN: the hash of its cookie and of the PIN, how many tries were counted, and how often the card was put away. */
@Entity('device_pin')
export class DevicePin {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text', { name: 'pin_hash' })
  pinHash!: string;

  @Column('integer')
  attempts!: number;

  @Column('integer')
  openings!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('integer', { name: 'put_off' })
  putOff!: number;

  @Column('timestamptz', { name: 'put_off_until', nullable: true })
  putOffUntil!: Date | null;
}
