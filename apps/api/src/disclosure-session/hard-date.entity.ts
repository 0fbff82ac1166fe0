import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days that matter: a kind and a span, without words. */
@Entity('hard_date')
export class HardDate {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  side!: string | null;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('date', { name: 'to_day' })
  toDay!: string;

  @Column('uuid', { name: 'kept_by' })
  keptBy!: string;

  @Column('timestamptz', { name: 'kept_at' })
  keptAt!: Date;
}
