import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What its author is writing in one section, saved while it is written. */
@Entity('disclosure_section_draft')
export class DisclosureSectionDraft {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('text')
  section!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('integer')
  version!: number;
}
