import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code by which a second device of a person may make a passkey: its keyed hash, and until when. */
@Entity('device_link')
export class DeviceLink {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea', { name: 'code_mac' })
  codeMac!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
