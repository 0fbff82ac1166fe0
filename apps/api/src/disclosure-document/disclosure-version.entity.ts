import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version that was handed in; it never changes. */
@Entity('disclosure_version')
export class DisclosureVersion {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('integer')
  number!: number;

  @Column('timestamptz')
  at!: Date;
}
