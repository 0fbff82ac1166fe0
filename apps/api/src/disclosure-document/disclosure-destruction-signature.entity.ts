import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The word of one side’s therapist that the document may go. */
@Entity('disclosure_destruction_signature')
export class DisclosureDestructionSignature {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'document_id' })
  documentId!: string;

  @PrimaryColumn('text')
  side!: string;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;
}
