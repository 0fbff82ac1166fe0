import { Injectable } from '@nestjs/common';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { AdviceRow, EarlierRow, FullQuestionRow } from './question-row.js';

export interface Why {
  readonly reason: string;
  readonly fear: string;
}

/**
 * Seals and opens the words of questions under their author's key, each bound to its row and column. The question and
 * the reason behind it lie apart, so that whoever may hear the one need not open the other.
 */
@Injectable()
export class QuestionWords {
  constructor(private readonly vault: Vault) {}

  async seal(
    clinicId: string,
    personId: string,
    id: string,
    words: Why & { readonly question: string },
  ): Promise<{ words: Buffer; why: Buffer }> {
    const { question, reason, fear } = words;
    return {
      words: await this.vault.seal('person', questionPlace(clinicId, personId, id, 'words_sealed'), question),
      why: await this.vault.seal(
        'person',
        questionPlace(clinicId, personId, id, 'why_sealed'),
        JSON.stringify({ reason, fear }),
      ),
    };
  }

  async question(clinicId: string, row: EarlierRow): Promise<string> {
    return this.vault.open(questionPlace(clinicId, row.person_id, row.id, 'words_sealed'), row.words_sealed);
  }

  async why(clinicId: string, row: FullQuestionRow): Promise<Why> {
    const place = questionPlace(clinicId, row.person_id, row.id, 'why_sealed');
    return JSON.parse(await this.vault.open(place, row.why_sealed)) as Why;
  }

  async sealAdvice(clinicId: string, personId: string, id: string, advice: string): Promise<Buffer> {
    return this.vault.seal('person', advicePlace(clinicId, personId, id), advice);
  }

  async advice(clinicId: string, row: AdviceRow): Promise<string> {
    return this.vault.open(advicePlace(clinicId, row.person_id, row.question_id), row.sealed);
  }
}

function questionPlace(
  clinicId: string,
  ownerId: string,
  rowId: string,
  column: 'words_sealed' | 'why_sealed',
): SealedPlace {
  return { table: 'disclosure_question', column, rowId, clinicId, ownerId };
}

function advicePlace(clinicId: string, ownerId: string, rowId: string): SealedPlace {
  return { table: 'question_advice', column: 'sealed', rowId, clinicId, ownerId };
}
