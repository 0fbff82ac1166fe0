import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The recovering person’s document of one process; after its end the only thing that stays of it. */
@Entity('disclosure_document')
export class DisclosureDocument {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('integer', { name: 'latest_version' })
  latestVersion!: number;

  @Column('bytea', { name: 'legal_sealed', nullable: true })
  legalSealed!: Buffer | null;

  @Column('timestamptz', { name: 'locked_at', nullable: true })
  lockedAt!: Date | null;

  @Column('boolean', { name: 'legal_hold', nullable: true })
  legalHold!: boolean | null;

  @Column('uuid', { name: 'hold_checked_by', nullable: true })
  holdCheckedBy!: string | null;

  @Column('timestamptz', { name: 'hold_checked_at', nullable: true })
  holdCheckedAt!: Date | null;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null;

  @Column('integer')
  version!: number;
}
