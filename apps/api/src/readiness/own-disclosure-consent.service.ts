import { Injectable } from '@nestjs/common';
import {
  disclosureConsentText,
  type AnswerDisclosureRequest,
  type OwnReadinessPartView,
} from '@trellis/contracts';
import { withdrawal } from '@trellis/domain';
import { PersonAccess } from '../access/person-access.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { OwnDisclosureService } from '../disclosure/own-disclosure.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { ConsentKeeper } from './consent-keeper.js';
import { OwnReadinessReading } from './own-readiness-reading.js';

/** One private yes, not now or no; and the way back, at once and from everywhere. */
@Injectable()
export class OwnDisclosureConsentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly steps: DisclosureSteps,
    private readonly reading: OwnReadinessReading,
    private readonly keeper: ConsentKeeper,
    private readonly disclosure: OwnDisclosureService,
  ) {}

  /**
   * The second yes moves the process on; a first one, a "not now" and a "no" move nothing and nobody is told. Once
   * both have said yes, a no is a withdrawal and has its own door.
   * @throws AppError not_found, readiness_text_changed for a text that is not the present one, readiness_refused with
   * `no_process` or `withdraw_instead`.
   */
  async answer({ answer, textVersion }: AnswerDisclosureRequest): Promise<OwnReadinessPartView> {
    if (textVersion !== disclosureConsentText.version) throw new AppError('readiness_text_changed');
    return this.work.run(async () => {
      const own = await this.people.require();
      const { stage, standing } = await this.reading.underWay(own);
      if (answer !== 'yes' && stage !== 'asked')
        throw new AppError('readiness_refused', { reason: 'withdraw_instead' });
      await this.keeper.keep(own, standing.processId, answer, disclosureConsentText);
      if (answer === 'yes' && standing.state === 'CONSIDERING')
        await this.steps.bySystem(own, { event: 'both_consent' });
      return this.reading.view(own);
    });
  }

  /**
   * Takes the consent back. It stops the disclosure from every state and asks nobody; where it has stopped already, it
   * answers as if it had just done so. @throws AppError not_found, readiness_refused before there was a process.
   */
  async withdraw(): Promise<OwnReadinessPartView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const standing = await this.steps.standing(own);
      if (standing === null) throw new AppError('readiness_refused', { reason: 'no_process' });
      await this.keeper.takeBack(own, standing.processId);
      if (standing.state !== 'STOPPED') await this.steps.byPerson(withdrawal);
      // It is stopped now: this only tells the person who did it, whatever their partner knows.
      await this.disclosure.end();
      return this.reading.view(own);
    });
  }
}
