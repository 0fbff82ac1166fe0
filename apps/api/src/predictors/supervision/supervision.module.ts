import { Module } from '@nestjs/common';
import { SupervisionController } from './supervision.controller.js';
import { SupervisionRepository } from './supervision.repository.js';
import { SupervisionService } from './supervision.service.js';

/** What a therapist brings to supervision: statements and gaps over the caseload, without a rank. */
@Module({
  controllers: [SupervisionController],
  providers: [SupervisionRepository, SupervisionService],
})
export class SupervisionModule {}
