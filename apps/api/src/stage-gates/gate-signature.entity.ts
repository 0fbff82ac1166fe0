import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A therapist signed for a role, in a sign-in of their own. */
@Entity('gate_signature')
export class GateSignatureRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('smallint', { name: 'to_stage' })
  toStage!: number;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;
}
