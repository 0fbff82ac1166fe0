import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One section of a version, with a mark that is the same where the words are. */
@Entity('disclosure_version_section')
export class DisclosureVersionSection {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('text')
  section!: string;

  @Column('uuid')
  mark!: string;

  @Column('bytea')
  sealed!: Buffer;
}
