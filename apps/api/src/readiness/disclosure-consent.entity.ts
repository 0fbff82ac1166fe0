import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One answer of one person to a disclosure, given alone; the newest of a process counts, until it is taken back. */
@Entity('disclosure_consent')
export class DisclosureConsent {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  answer!: string;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('text', { name: 'text_hash' })
  textHash!: string;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
