import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An invitation of a colleague: who is meant, the hash of its link, and the keyed hash of its code. */
@Entity('staff_invitation')
export class StaffInvitation {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  credentials!: string;

  @Column('text')
  role!: string;

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  @Column('bytea', { name: 'email_sealed' })
  emailSealed!: Buffer;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('bytea', { name: 'code_mac' })
  codeMac!: Buffer;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt!: Date | null;
}
