import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One account's agreement to an erasure. */
@Entity('erasure_approval')
export class ErasureApproval {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'request_id' })
  requestId!: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  role!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
