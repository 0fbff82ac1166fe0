import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wrapped key: a clinic key under the master key, any other key under its clinic key. */
@Entity('data_key')
export class DataKey {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('bytea', { nullable: true })
  wrapped!: Buffer | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('timestamptz', { name: 'unused_at', nullable: true })
  unusedAt!: Date | null;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null;
}
