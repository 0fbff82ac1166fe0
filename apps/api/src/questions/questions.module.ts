import { Module } from '@nestjs/common';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { CaseQuestionRepository } from './case-question.repository.js';
import { CaseQuestionReadingService } from './case-question-reading.service.js';
import { CaseQuestionsController } from './case-questions.controller.js';
import { CaseQuestionsService } from './case-questions.service.js';
import { OwnQuestionRepository } from './own-question.repository.js';
import { OwnQuestionReadingService } from './own-question-reading.service.js';
import { OwnQuestionsController } from './own-questions.controller.js';
import { OwnQuestionsService } from './own-questions.service.js';
import { QuestionAsker } from './question-asker.js';
import { QuestionWords } from './question-words.js';
import { QuestionsFactsService } from './questions-facts.service.js';
import { QuestionsPart } from './questions-part.service.js';

/** The partner's questions before a disclosure, and what they do not want to hear. */
@Module({
  imports: [DisclosureModule],
  controllers: [OwnQuestionsController, CaseQuestionsController],
  providers: [
    CaseQuestionReadingService,
    CaseQuestionRepository,
    CaseQuestionsService,
    OwnQuestionReadingService,
    OwnQuestionRepository,
    OwnQuestionsService,
    QuestionAsker,
    QuestionWords,
    QuestionsFactsService,
    QuestionsPart,
  ],
  // The demo clinic writes and releases a list as its people would.
  exports: [CaseQuestionsService, OwnQuestionReadingService, OwnQuestionsService, QuestionsFactsService],
})
export class QuestionsModule {}
