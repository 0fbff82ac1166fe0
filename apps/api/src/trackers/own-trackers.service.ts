import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { attachmentDueOn, localDateOf, type LocalDate } from '@trellis/domain';
import type { AttachmentDueView, GiveAttachmentRequest, PersonTrackersView } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { AppError } from '../platform/http/app-error.js';
import { attachmentAnswersOf } from './attachment-answers.js';
import { OwnTrackerAccess } from './own-tracker-access.js';
import { TrackerWords } from './tracker-words.js';
import { TrackersOfPerson } from './trackers-of-person.js';
import { TrackersRepository } from './trackers.repository.js';

/** A person's own trackers, and the questions about closeness and distance. */
@Injectable()
export class OwnTrackersService {
  constructor(
    private readonly access: OwnTrackerAccess,
    private readonly trackers: TrackersRepository,
    private readonly computed: TrackersOfPerson,
    private readonly words: TrackerWords,
    private readonly clock: Clock,
  ) {}

  /** In whole points. Opening one's own answers leaves a row: somebody else may hold the phone. */
  async own(): Promise<PersonTrackersView> {
    return this.access.run(async (own) => {
      await this.access.record('trackers.read_own', own);
      return this.computed.read(own, await this.trackers.self(own), 'client');
    });
  }

  async due(): Promise<AttachmentDueView> {
    return this.access.run(async (own) => this.dueAfter(own, await this.trackers.lastOn(own)));
  }

  /**
   * Keeps the answers of the last four weeks, once in that time.
   * @throws AppError rating_answers_invalid, rating_already_given until the questions are asked again.
   */
  async give(request: GiveAttachmentRequest): Promise<AttachmentDueView> {
    return this.access.run(async (own) => {
      const answers = attachmentAnswersOf(request.answers);
      if (!this.dueAfter(own, await this.trackers.lastOn(own)).due)
        throw new AppError('rating_already_given');
      const [id, now] = [randomUUID(), this.clock.now()];
      const on = localDateOf(now, own.timeZone);
      const sheet = { id, on, sealed: await this.words.seal(own, id, answers) };
      if (!(await this.trackers.add(own, sheet, now))) throw new AppError('rating_already_given');
      await this.access.record('trackers.give', own);
      return this.dueAfter(own, on);
    });
  }

  private dueAfter(own: PersonGrant, lastOn: LocalDate | null): AttachmentDueView {
    const today = localDateOf(this.clock.now(), own.timeZone);
    const dueOn = attachmentDueOn(lastOn, today);
    return { due: dueOn <= today, dueOn };
  }
}
