import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The history inventory of a document, sealed whole. */
@Entity('disclosure_inventory')
export class DisclosureInventory {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('integer')
  entries!: number;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('integer')
  version!: number;
}
