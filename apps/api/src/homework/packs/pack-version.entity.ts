import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pack as it stood from one day on. A version never changes. */
@Entity('pack_version')
export class PackVersion {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'pack_id' })
  packId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  name!: string;

  @Column('smallint', { nullable: true })
  stage!: number | null;

  @Column('jsonb')
  exercises!: object;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;
}
