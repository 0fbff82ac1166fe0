import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who closed a gate, behind the wall of the side it came from; a reason is sealed. */
@Entity('gate_closing')
export class GateClosing {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'gate_id' })
  gateId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'closed_by' })
  closedBy!: string;

  @Column('text', { name: 'closed_by_kind' })
  closedByKind!: string;

  @Column('timestamptz', { name: 'closed_at' })
  closedAt!: Date;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea', { name: 'reason_sealed', nullable: true })
  reasonSealed!: Buffer | null;
}
