import { Injectable } from '@nestjs/common';
import { LockFactsReader } from '../../stage-gates/lock-facts.service.js';
import { CaseJointWorkRepository } from '../joint/case-joint-work.repository.js';
import { StepRounds } from './step-rounds.js';
import { StepsRepository } from './steps.repository.js';

/** What the opening of a step rests on. */
@Injectable()
export class StepDesk {
  constructor(
    readonly rows: StepsRepository,
    readonly rounds: StepRounds,
    readonly works: CaseJointWorkRepository,
    readonly locks: LockFactsReader,
  ) {}
}
