import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff inside one clinic; the account to sign in with lies outside. */
@Entity('staff_member')
export class StaffMember {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  credentials!: string;

  @Column('text')
  role!: string;

  @Column('bytea', { name: 'email_sealed' })
  emailSealed!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt!: Date | null;
}
