import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who of the staff cares for which side of a couple, and from when to when. */
@Entity('care_assignment')
export class CareAssignment {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  side!: string;

  @Column('boolean')
  lead!: boolean;

  @Column('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  @Column('timestamptz', { name: 'to_at', nullable: true })
  toAt!: Date | null;
}
