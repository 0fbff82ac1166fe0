import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a therapist asked about slips. */
@Entity('slip_inquiry')
export class SlipInquiryRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;
}
