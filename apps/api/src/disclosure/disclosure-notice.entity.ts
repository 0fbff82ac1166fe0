import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person is told, in words that are the same whatever the reason. */
@Entity('disclosure_notice')
export class DisclosureNotice {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  words!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy!: string | null;
}
