import { Injectable } from '@nestjs/common';
import { factsOfAnswers, type Answers } from '@trellis/domain';
import type { PersonGrant } from '../../access/person-access.js';
import { CountedActsRepository, type NewAct } from './counted-acts.repository.js';

/** The exercise as its person hands it in. */
interface HandedIn {
  readonly id: string;
  readonly template_code: string;
  readonly due_on: string;
}

/**
 * Notes what is counted of answers while they are open in the author's own request. Afterwards they are sealed, and no
 * job opens them to count.
 */
@Injectable()
export class CountedActs {
  constructor(private readonly acts: CountedActsRepository) {}

  /** Needs the unit of work in which the answers are kept. Of the same answers sent again, the same is counted. */
  async answered(own: PersonGrant, task: HandedIn, answers: Answers): Promise<void> {
    const acts = factsOfAnswers(task.template_code, answers).map((fact): NewAct => {
      if (fact.kind === 'plan') return { kind: 'plan', on: fact.on, amount: null };
      // How far the recovering person felt heard is counted nowhere, so it is not noted either.
      const amount = fact.kind === 'dialogue' && own.side === 'BP' ? fact.felt : null;
      return { kind: fact.kind, on: task.due_on, amount };
    });
    await this.acts.replace(own, task.id, acts);
  }
}
