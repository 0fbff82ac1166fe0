import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pause that stands: its class is seen on the side that flagged. */
@Entity('disclosure_hold')
export class DisclosureHold {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('text', { name: 'reason_class' })
  reasonClass!: string;

  @Column('text', { name: 'set_by_kind' })
  setByKind!: string;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz')
  since!: Date;

  @Column('text', { name: 'resume_to' })
  resumeTo!: string;
}
