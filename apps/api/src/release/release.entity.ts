import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the sharing of one revision has come: states and instants, no words. */
@Entity('release')
export class Release {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'answer_id' })
  answerId!: string;

  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  compartment!: string;

  @Column('text')
  privacy!: string;

  @Column('integer')
  revision!: number;

  @Column('text', { name: 'template_code' })
  templateCode!: string;

  @Column('integer', { name: 'template_version' })
  templateVersion!: number;

  @Column('boolean')
  sensitive!: boolean;

  @Column('boolean', { name: 'to_partner' })
  toPartner!: boolean;

  @Column('text')
  state!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('boolean')
  held!: boolean;

  @Column('text', { name: 'safety_tags', array: true, nullable: true })
  safetyTags!: string[] | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'first_read_at', nullable: true })
  firstReadAt!: Date | null;

  @Column('integer')
  version!: number;
}
