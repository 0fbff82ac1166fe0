import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A passkey of a staff account: its public half, which opens nothing by itself. */
@Entity('staff_passkey')
export class StaffPasskey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('bytea', { name: 'credential_id' })
  credentialId!: Buffer;

  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  @Column('bigint', { name: 'sign_count' })
  signCount!: string;

  @Column('text', { array: true })
  transports!: string[];

  @Column('text')
  label!: string;

  @Column('boolean')
  synchronised!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
