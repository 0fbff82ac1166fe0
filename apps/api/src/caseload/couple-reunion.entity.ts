import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A side whose therapist agreed that sharing may begin again after a separation. */
@Entity('couple_reunion')
export class CoupleReunion {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @PrimaryColumn('text')
  side!: string;

  @Column('uuid', { name: 'agreed_by' })
  agreedBy!: string;

  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt!: Date;
}
