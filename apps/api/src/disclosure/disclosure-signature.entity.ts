import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One clinician agrees, in their own sign-in, that both are ready or that work may go on. */
@Entity('disclosure_signature')
export class DisclosureSignature {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  purpose!: string;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Column('integer', { name: 'process_version' })
  processVersion!: number;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
