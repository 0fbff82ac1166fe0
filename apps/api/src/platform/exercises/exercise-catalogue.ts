import { Injectable } from '@nestjs/common';
import {
  asExercise,
  clinicCodeForm,
  templateOf,
  type ClinicTemplate,
  type HomeworkTemplate,
} from '@trellis/domain';
import { UnitOfWork } from '../database/unit-of-work.js';

interface Content {
  readonly code: string;
  readonly number: number;
  readonly content: ClinicTemplate;
}
interface Named {
  readonly template_code: string;
  readonly template_version: number;
}

/** Every exercise that a clinic can give: those of the library, and its own. Row-level security keeps clinics apart. */
@Injectable()
export class ExerciseCatalogue {
  constructor(private readonly work: UnitOfWork) {}

  /** The newest version that can be given now; null for a code that is unknown here, not published, or retired. */
  async toGive(code: string): Promise<HomeworkTemplate | null> {
    if (!clinicCodeForm.test(code)) return templateOf(code);
    const [row] = await this.work.rows<Content>(
      `SELECT v.code, v.number, v.content FROM exercise_version v
          JOIN exercise_template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
        WHERE v.clinic_id = app.clinic() AND v.code = $1 AND v.state = 'published' AND t.retired_at IS NULL
        ORDER BY v.number DESC LIMIT 1`,
      [code],
    );
    return row === undefined ? null : exerciseFrom(row);
  }

  /** The rows with the exercise of the clinic that each is about; rows about one of the library are left as they are. */
  async attach<Row extends Named>(
    rows: readonly Row[],
  ): Promise<(Row & { own_exercise?: HomeworkTemplate })[]> {
    const own = rows.filter((row) => clinicCodeForm.test(row.template_code));
    if (own.length === 0) return [...rows];
    const found = await this.work.rows<Content>(
      `SELECT v.code, v.number, v.content FROM exercise_version v
          JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::integer[]) AS named (code, number)) n
            ON n.code = v.code AND n.number = v.number
        WHERE v.clinic_id = app.clinic() ORDER BY v.code, v.number LIMIT $3`,
      [own.map((row) => row.template_code), own.map((row) => row.template_version), own.length],
    );
    const exercises = new Map(found.map((row) => [keyOf(row.code, row.number), exerciseFrom(row)]));
    return rows.map((row) => {
      const exercise = exercises.get(keyOf(row.template_code, row.template_version));
      return exercise === undefined ? row : { ...row, own_exercise: exercise };
    });
  }
}

const keyOf = (code: string, number: number): string => `${code}.${String(number)}`;

export function exerciseFrom({ code, number, content }: Content): HomeworkTemplate {
  return asExercise({ code, version: number }, content);
}
