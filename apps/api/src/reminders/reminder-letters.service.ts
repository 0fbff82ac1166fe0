import { Inject, Injectable } from '@nestjs/common';
import { stillStands } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { calendarFile } from '../platform/mail/calendar-file.js';
import { inOneLanguage } from '../platform/mail/letters.js';
import type { Letter } from '../platform/mail/mailer.js';
import { Vault } from '../platform/sealing/vault.js';
import { addressPlace } from './address-place.js';
import { RemindersRepository } from './reminders.repository.js';

/** Writes the letter of a reminder: the same words for everybody, none of what it is about. */
@Injectable()
export class ReminderLetters {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly reminders: RemindersRepository,
    private readonly vault: Vault,
  ) {}

  /**
   * Null when there is nothing to remind of any more, nobody who wants it, or it is quiet: the reminder is taken back
   * then, and made again when its time comes.
   */
  async of(reminderId: string): Promise<Omit<Letter, 'id'> | null> {
    const reminder = await this.reminders.one(reminderId);
    if (reminder === null) return null;
    const now = this.clock.now();
    const found = await this.reminders.facts(reminder.person_id, now);
    const recipient = await this.reminders.recipient(reminder.person_id);
    if (found === null || recipient === null || !stillStands(reminder, found.facts, now)) {
      await this.reminders.takeBack(reminderId);
      return null;
    }
    const place = addressPlace(currentActor().clinicId, reminder.person_id, recipient.wishId);
    const to = await this.vault.open(place, recipient.sealed);
    const open = reminder.kind === 'session' && !recipient.discreet;
    const words = inOneLanguage(
      open ? 'sessionNear' : 'somethingWaits',
      found.language,
      this.config.homeworkUrl,
    );
    const hour = found.sessions.find(({ id }) => reminder.grounds.includes(`session:${id}`));
    if (!open || hour === undefined) return { to, ...words };
    return { to, ...words, calendar: calendarFile([hour], found.language) };
  }
}
