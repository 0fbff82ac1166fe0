import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DisclosureParts,
  type DisclosureCard,
  type DisclosurePart,
  type DisclosureScope,
  type PartFacts,
} from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { QuestionsFactsService } from './questions-facts.service.js';

/** What the process learns from the questions: whether the list has come. */
@Injectable()
export class QuestionsPart implements DisclosurePart, OnModuleInit {
  readonly area = 'questions';

  constructor(
    private readonly parts: DisclosureParts,
    private readonly known: QuestionsFactsService,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async facts({ coupleId }: DisclosureScope): Promise<PartFacts> {
    const { received } = await this.known.of(coupleId);
    return { drafts: { questionListReceived: received } };
  }

  /** Of the asker's own side, by what row-level security shows them of the list. */
  async cards(
    { clinicId, coupleId }: DisclosureScope,
    _processId: string,
    side: 'RP' | 'BP',
  ): Promise<readonly DisclosureCard[]> {
    const [list] = await this.work.rows(
      'SELECT 1 FROM question_list WHERE clinic_id = $1 AND couple_id = $2 AND put_away_at IS NULL',
      [...[clinicId, coupleId]],
    );
    if (side === 'BP') return [{ kind: 'questions', dueAt: null, done: list !== undefined }];
    return list === undefined ? [] : [{ kind: 'questions_received', dueAt: null, done: false }];
  }
}
