import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the own therapist said of one section of one version. */
@Entity('disclosure_section_decision')
export class DisclosureSectionDecision {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  section!: string;

  @Column('text')
  decision!: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
