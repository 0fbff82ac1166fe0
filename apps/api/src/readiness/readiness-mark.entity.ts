import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a criterion was marked, by whom and when. Nothing is rewritten: the highest version of an item counts. */
@Entity('readiness_mark')
export class ReadinessMarkRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  item!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: string;

  @Column('uuid', { name: 'marked_by' })
  markedBy!: string;

  @Column('text', { name: 'marked_role' })
  markedRole!: string;

  @Column('timestamptz', { name: 'marked_at' })
  markedAt!: Date;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea', { name: 'reason_sealed', nullable: true })
  reasonSealed!: Buffer | null;

  @Column('bytea', { name: 'evidence_sealed', nullable: true })
  evidenceSealed!: Buffer | null;

  @Column('uuid', { name: 'cosigner_asked', nullable: true })
  cosignerAsked!: string | null;

  @Column('uuid', { name: 'co_signer', nullable: true })
  coSigner!: string | null;

  @Column('timestamptz', { name: 'co_signed_at', nullable: true })
  coSignedAt!: Date | null;

  @Column('timestamptz', { name: 'co_refused_at', nullable: true })
  coRefusedAt!: Date | null;
}
