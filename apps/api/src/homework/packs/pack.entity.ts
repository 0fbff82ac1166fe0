import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pack of the clinic, and whether it is still given. What is in it stands in its versions. */
@Entity('pack')
export class Pack {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('uuid', { name: 'retired_by', nullable: true })
  retiredBy!: string | null;

  @Column('text', { name: 'retire_reason', nullable: true })
  retireReason!: string | null;

  @Column('integer')
  version!: number;
}
