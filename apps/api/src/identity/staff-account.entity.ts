import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member of staff signs in with. One per e-mail address, whatever the number of clinics. */
@Entity('staff_account')
export class StaffAccount {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('bytea', { name: 'totp_sealed' })
  totpSealed!: Buffer;

  @Column('bigint', { name: 'totp_last_step' })
  totpLastStep!: string;

  @Column('bytea', { name: 'recovery_hashes', array: true })
  recoveryHashes!: Buffer[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
