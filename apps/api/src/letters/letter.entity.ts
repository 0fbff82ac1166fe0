import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter: whose, which kind, and how far it is; no words. After its end it stays as a row without any. */
@Entity('letter')
export class Letter {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  kind!: string;

  @Column('integer')
  revision!: number;

  @Column('integer', { name: 'released_revision', nullable: true })
  releasedRevision!: number | null;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'sealed_at', nullable: true })
  sealedAt!: Date | null;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null;

  @Column('integer')
  version!: number;
}
