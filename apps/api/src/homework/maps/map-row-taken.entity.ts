import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of a map that its author took back. Nobody else learns of it. */
@Entity('map_row_taken')
export class MapRowTaken {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'work_id' })
  workId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  domain!: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt!: Date;
}
