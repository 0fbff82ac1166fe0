import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an owner found when looking at an emergency reading; written once. */
@Entity('break_glass_review')
export class BreakGlassReviewRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'glass_id' })
  glassId!: string;

  @Column('uuid', { name: 'reviewed_by' })
  reviewedBy!: string;

  @Column('timestamptz', { name: 'reviewed_at' })
  reviewedAt!: Date;

  @Column('text')
  outcome!: string;
}
