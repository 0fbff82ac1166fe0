import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the criteria of one side came to on the day a gate opened. */
@Entity('gate_finding')
export class GateFindingRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'gate_id' })
  gateId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @PrimaryColumn('text')
  side!: string;

  @Column('jsonb')
  findings!: unknown;
}
