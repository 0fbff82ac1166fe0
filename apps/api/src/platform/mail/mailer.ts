import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config/env.js';

/** Milliseconds that a mail server may take to answer, greet, and go on. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export interface Letter {
  /** Id of the outbox message; a letter sent again carries the same one, so that mail programs show it once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** An iCalendar file that goes along. */
  readonly calendar?: string;
}

/** Raised in production without SMTP_URL. The letter is put off like one that a mail server does not take. */
export class MailNotSetUpError extends Error {}

/** Sends plain-text letters. Never call it inside a unit of work. */
@Injectable()
export class Mailer {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Sends over SMTP_URL, or writes an .eml file into the data folder where there is none (demo and tests).
   * @throws MailNotSetUpError in production without SMTP_URL; errors of the mail server as they come.
   */
  async send(letter: Letter): Promise<void> {
    const message = {
      from: { name: 'Trellis', address: `no-reply@${new URL(this.config.portalUrl).hostname}` },
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      ...(letter.calendar === undefined ? {} : { attachments: [calendarPart(letter.calendar)] }),
      messageId: `<${letter.id}@trellis>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    if (this.config.smtpUrl !== null) {
      await createTransport({ url: this.config.smtpUrl, ...patience }).sendMail(message);
      return;
    }
    if (this.config.mode === 'production') throw new MailNotSetUpError('SMTP_URL is not set');
    const built = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
      message,
    );
    await this.keep(letter.id, built.message as Buffer);
  }

  /** Written whole or not at all, under the letter's id: sending again replaces it. */
  private async keep(id: string, message: Buffer): Promise<void> {
    const folder = join(this.config.dataDir, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${id}.eml`);
    await writeFile(`${file}.part`, message, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}

function calendarPart(content: string): { filename: string; content: string; contentType: string } {
  return {
    filename: 'appointment.ics',
    content,
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  };
}
