import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A way back into an account of staff: whose, who asked, who agreed, and the hashes of link and code. */
@Entity('staff_way_back')
export class StaffWayBack {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('uuid', { name: 'asked_account' })
  askedAccount!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('boolean', { name: 'two_needed' })
  twoNeeded!: boolean;

  @Column('uuid', { name: 'agreed_by', nullable: true })
  agreedBy!: string | null;

  @Column('uuid', { name: 'agreed_account', nullable: true })
  agreedAccount!: string | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('bytea', { name: 'token_hash', nullable: true })
  tokenHash!: Buffer | null;

  @Column('bytea', { name: 'code_mac', nullable: true })
  codeMac!: Buffer | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt!: Date | null;
}
