import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which the partner’s therapist reads the document. */
@Entity('disclosure_reading')
export class DisclosureReading {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'agreed_by', nullable: true })
  agreedBy!: string | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;
}
