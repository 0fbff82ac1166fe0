import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The own therapist’s comment on a place of one version. */
@Entity('disclosure_comment')
export class DisclosureComment {
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

  @Column('integer', { name: 'starts_at' })
  startsAt!: number;

  @Column('integer')
  length!: number;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('integer')
  version!: number;
}
