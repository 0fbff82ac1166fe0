import { randomUUID } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { asClinicId, dueReminders, reminderIntervals } from '@trellis/domain';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../platform/clock.js';
import { withContext, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DeliveryLoop } from '../platform/jobs/delivery-loop.js';
import { failureCodeOf } from '../platform/jobs/failure-code.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { reminderKind } from './reminder.job.js';
import { ReminderSettingsRepository } from './reminder-settings.repository.js';
import { RemindersRepository, type ClaimedPerson } from './reminders.repository.js';

const minute = 60_000;
const batch = 100;
/** More things than one reminder could ever name. */
const mostGrounds = 300;

/**
 * Looks after people who want reminders, in every process that hosts jobs. However many run, a person is handed to one;
 * a reminder and its letter are one transaction, and its name keeps it from being made again by whoever comes after.
 */
@Injectable()
export class ReminderLoop implements BeforeApplicationShutdown {
  private loop: DeliveryLoop | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly reminders: RemindersRepository,
    private readonly settings: ReminderSettingsRepository,
    private readonly outbox: Outbox,
    private readonly logger: PinoLogger,
  ) {}

  /** Begins to look. Does nothing when already begun. */
  start(pollMs = minute): void {
    if (this.loop !== null) return;
    this.loop = new DeliveryLoop(() => this.round(), pollMs);
    this.loop.wake();
  }

  /** Finishes what is under way. Does nothing when not begun. */
  async stop(): Promise<void> {
    const { loop } = this;
    this.loop = null;
    await loop?.stop();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Looks after everybody who is due now. Never rejects: whoever could not be looked after is due again soon. */
  async round(): Promise<void> {
    try {
      let claimed = batch;
      while (claimed === batch) {
        const people = await this.work.runAsDispatch(() => this.reminders.claim(this.clock.now(), batch));
        for (const person of people) await this.lookAfter(person);
        claimed = people.length;
      }
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'nobody could be reminded');
    }
  }

  private async lookAfter(person: ClaimedPerson): Promise<void> {
    const clinicId = asClinicId(person.clinic_id);
    const actor: Actor = { clinicId, id: clinicId, role: 'system' };
    try {
      await withContext({ correlationId: randomUUID(), surface: 'job', actor }, () =>
        this.work.run(() => this.make(person)),
      );
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'a person could not be reminded');
    }
  }

  /** Makes what is due, each with its letter. */
  private async make(person: ClaimedPerson): Promise<void> {
    const now = this.clock.now();
    const found = await this.reminders.facts(person.person_id, now);
    if (found === null) return;
    const intervals = reminderIntervals(await this.settings.own());
    for (const due of dueReminders(found.facts, intervals, now)) {
      const id = randomUUID();
      const made = { ...due, grounds: due.grounds.slice(0, mostGrounds) };
      if (await this.reminders.add(person, id, made, now)) await this.outbox.add(reminderKind, id);
    }
  }
}
