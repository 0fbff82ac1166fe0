import { Injectable } from '@nestjs/common';
import { addDays, instantOf } from '@trellis/domain';
import { northPier } from '@trellis/fixtures';
import { DisclosureService } from '../disclosure/disclosure.service.js';
import { AppError } from '../platform/http/app-error.js';
import type { ToldCouple } from './demo-people.js';
import { Story } from './story.js';

/** The beginning of the worked example's disclosure: opened in week 2, and refused a date at once. */
@Injectable()
export class DemoDisclosure {
  constructor(
    private readonly story: Story,
    private readonly disclosure: DisclosureService,
  ) {}

  async tell({ view, anchorOn, lead }: ToldCouple): Promise<void> {
    const opened = addDays(anchorOn, 8);
    const noon = instantOf(opened, '12:00', northPier.zone);
    const process = await this.story.at(noon, lead, () => this.disclosure.open(view.id));
    const startsAt = instantOf(addDays(opened, 21), '10:00', northPier.zone).toISOString();
    try {
      await this.story.at(noon, lead, () => this.disclosure.schedule(view.id, { startsAt }, process.version));
    } catch (error) {
      if (error instanceof AppError && error.code === 'disclosure_refused') return;
      throw error;
    }
    throw new Error('a disclosure date was given although nothing is ready');
  }
}
