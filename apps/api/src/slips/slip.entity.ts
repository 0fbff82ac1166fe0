import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A slip, or material that was not in the document; its details sealed. */
@Entity('slip')
export class SlipRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  level!: string | null;

  @Column('timestamptz', { name: 'slip_at' })
  slipAt!: Date;

  @Column('timestamptz', { name: 'logged_at' })
  loggedAt!: Date;

  @Column('uuid', { name: 'logged_by' })
  loggedBy!: string;

  @Column('timestamptz', { name: 'therapist_told_at', nullable: true })
  therapistToldAt!: Date | null;

  @Column('text')
  partner!: string;

  @Column('timestamptz', { name: 'partner_at', nullable: true })
  partnerAt!: Date | null;

  @Column('bytea', { name: 'details_sealed', nullable: true })
  detailsSealed!: Buffer | null;

  @Column('integer')
  version!: number;
}
