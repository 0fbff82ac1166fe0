import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Answers while they are written: for their author alone, gone once they are handed in. */
@Entity('measure_draft')
export class MeasureDraft {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'sheet_id' })
  sheetId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('integer')
  version!: number;
}
