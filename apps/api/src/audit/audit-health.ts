import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Readiness } from '../platform/http/readiness.js';

/** Seconds after which a row that is not sealed means that no sealer works. Usual is one. */
const patienceSeconds = 30;

interface Health {
  readonly unsealed_seconds: number;
  readonly broken_chains: number;
}

/** Tells readiness when rows wait too long for the sealer, and when a chain is not whole any more. */
@Injectable()
export class AuditHealth implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.watch(() => this.look());
  }

  private async look(): Promise<string[]> {
    const rows = await this.work.rows<Health>(
      'SELECT unsealed_seconds, broken_chains FROM app.audit_health()',
    );
    const health = rows[0] ?? { unsealed_seconds: 0, broken_chains: 0 };
    return [
      ...(health.unsealed_seconds > patienceSeconds ? ['audit_unsealed'] : []),
      ...(health.broken_chains > 0 ? ['audit_gap'] : []),
    ];
  }
}
