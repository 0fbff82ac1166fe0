import { Injectable } from '@nestjs/common';
import { joinParts, touchRoundOf, type Answers, type StepRound, type Track } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import { Vault } from '../../platform/sealing/vault.js';
import { StepsRepository } from './steps.repository.js';

/** Finished rounds of touch from both private logs. What a log says goes no further than the rule of the next step. */
@Injectable()
export class StepRounds {
  constructor(
    private readonly rows: StepsRepository,
    private readonly vault: Vault,
  ) {}

  async of(grant: CaseGrant): Promise<readonly StepRound[]> {
    const logs = new Map<string, Record<Track, Answers | null>>();
    for (const {
      work_id: workId,
      answer_id: rowId,
      person_id: ownerId,
      side,
      sealed,
    } of await this.rows.logs(grant)) {
      const place = { table: 'homework_answer', column: 'sealed', rowId, clinicId: grant.clinicId, ownerId };
      const part = JSON.parse(await this.vault.open(place, sealed)) as Answers;
      const round = logs.get(workId) ?? { RP: null, BP: null };
      logs.set(workId, { ...round, [side]: joinParts([round[side] ?? {}, part]) });
    }
    return [...logs.values()].flatMap((round) => touchRoundOf(round) ?? []);
  }
}
